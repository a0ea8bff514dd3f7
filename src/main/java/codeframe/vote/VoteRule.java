package codeframe.vote;

import codeframe.run.Model;
import codeframe.web.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a vote is decided. */
public enum VoteRule implements Word {
    MAJORITY(
            "Majority",
            "The answer that most voters gave; of ordered categories the median. A tie is unsure. Confidence is the share of votes."),
    UNANIMOUS("Unanimous", "The answer that all voters gave, else unsure: fewer answers, and fewer wrong ones."),
    WEIGHTED(
            "Weighted by accuracy",
            "Every voter weighs the log odds of its accuracy on gold of a closed dev sample. An image with gold is decided without it: five folds, posts and accounts whole. A voter worse than chance counts against its answer of two categories, and not at all among more."),
    DAWID_SKENE(
            "Dawid–Skene",
            "Estimates the truth and every voter's mistakes together, from the votes alone (Dawid and Skene 1979). It needs three voters or more and some 50 images, and takes the voters to err independently of each other: of three alike it makes one who is always right. The form with one accuracy per voter is not offered, for it collapses."),
    CROWDLAB(
            "People and a model (CROWDLAB)",
            "People's answers and a CLIP run's probabilities weigh as much as they agree with each other (Goh et al. 2022). It needs one CLIP run, and images that two people coded or more."),
    CASCADE(
            "Cascade",
            "A voter decides the images it is sure of and passes the others on; what reaches the last voter, that one decides. Nobody's confidence is changed.");

    private final String label;
    private final String meaning;

    VoteRule(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    @Override
    public String word() {
        return Word.super.word().replace('_', '-');
    }

    static Optional<VoteRule> named(String word) {
        return Word.named(values(), word);
    }

    static List<Model> models() {
        return Arrays.stream(values())
                .map(rule -> new Model(rule.word(), rule.label, "", ""))
                .toList();
    }
}
