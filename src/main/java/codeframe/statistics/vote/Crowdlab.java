package codeframe.statistics.vote;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * People's labels and a model's probabilities together (Goh, Tkachenko and Mueller 2022, arXiv 2210.06812). The
 * probabilities must be out of sample: a model that has learnt from these labels agrees with them too easily.
 *
 * @param consensus of each unit: what most said, of those tied what the model finds more probable; tied there too or said
 *     by nobody, {@link Ballots#NONE}
 * @param posterior by unit: how probable each option is
 * @param weights of the coders
 * @param modelWeight the model's
 * @param agreement mean share of labels that are the consensus, among units with two labels or more
 * @param commonest share of those units whose consensus is not the commonest option
 */
public record Crowdlab(
        int[] consensus,
        double[][] posterior,
        double[] weights,
        double modelWeight,
        double agreement,
        double commonest) {
    private static final double LEAST_WEIGHT = 1e-6;

    /** @param model probability of each option by unit, rows of one */
    public static Crowdlab of(Ballots ballots, double[]... model) {
        return new CrowdlabEstimates(ballots, model).result();
    }

    /** What a unit comes to; its confidence is how probable the consensus is. */
    public Verdict verdict(int unit) {
        int found = consensus[unit];
        return found == Ballots.NONE
                ? new Verdict.Unsure(Arrays.stream(posterior[unit]).max().orElse(0))
                : new Verdict.Elected(found, posterior[unit][found]);
    }

    /** How much better than always the commonest option: max(1 − error/its error, a little more than nothing). */
    static double weight(double error, double commonest) {
        return commonest > 0 ? Math.max(1 - error / commonest, LEAST_WEIGHT) : LEAST_WEIGHT;
    }

    static int consensus(int[] counts, double... model) {
        int most = Arrays.stream(counts).max().orElse(0);
        if (most == 0) {
            return Ballots.NONE;
        }
        var tied = IntStream.range(0, counts.length)
                .filter(option -> counts[option] == most)
                .toArray();
        double highest =
                Arrays.stream(tied).mapToDouble(option -> model[option]).max().orElseThrow();
        var best = Arrays.stream(tied)
                .filter(option -> highest - model[option] <= VotingRule.TIE)
                .toArray();
        return best.length == 1 ? best[0] : Ballots.NONE;
    }
}
