package codeframe.report.validation;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a vote is worth beside its voters, on images with gold.
 *
 * @param images how many these are
 * @param silent names of voters without an answer to any of them, who are left out
 * @param changed names of voters whose codes are others by now than those that were counted
 * @param figures of those that have one; empty of fewer than two
 */
public record VoteWorth(long images, List<String> silent, List<String> changed, Optional<VoteFigures> figures) {

    /** The answer first. */
    public String sentence() {
        return figures.map(VoteFigures::sentence)
                        .orElse("What the vote is worth cannot be told: fewer than two of its voters have an answer to"
                                + " an image with gold.")
                + rests();
    }

    /** Of voters, in what is said. */
    public List<String> names() {
        return Stream.of(silent.stream(), changed.stream(), figures.stream().map(VoteFigures::best))
                .flatMap(names -> names)
                .toList();
    }

    private String rests() {
        return " This rests on " + NumberText.count(images, "image", "images") + " with gold"
                + (images < GoldSample.FEW ? ", which is few: another such sample may say otherwise." : ".");
    }

    /** What it rests on. */
    public List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (!changed.isEmpty()) {
            reasons.add("Codes of " + String.join(", ", changed)
                    + " changed since the vote began: what is said of the voters is of their codes now, the vote is of"
                    + " those then. Vote again to compare the same.");
        }
        reasons.addAll(figures.map(VoteFigures::reasons).orElse(List.of()));
        if (!silent.isEmpty()) {
            reasons.add("Left out, without an answer to any of these images: " + String.join(", ", silent) + ".");
        }
        return reasons;
    }
}
