package codeframe.clip;

import java.util.List;

/**
 * What CLIP says of one image: numbers of categories and of the winning category's best phrase, in the order they were
 * given. The probability of the phrase is its softmax over all phrases of all categories.
 */
public record ClipDecision(
        int category, int runnerUp, List<Double> probabilities, int phrase, double phraseProbability) {
    public double probability() {
        return probabilities.get(category);
    }

    public double runnerUpProbability() {
        return probabilities.get(runnerUp);
    }

    /** How far the first is ahead of the second. */
    public double margin() {
        return probability() - runnerUpProbability();
    }
}
