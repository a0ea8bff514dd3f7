package codeframe.report.validation;

import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * How a vote does beside at least two of its voters.
 *
 * @param together whether their answers are counted together, and not one asked after another
 * @param voters how many they are
 * @param correlation mean correlation of two voters' mistakes
 * @param leftOut pairs that have none
 * @param effective as how many independent voters they count
 * @param independent how often a majority of independent voters as accurate would be right
 * @param vote how often the vote is
 * @param sameWrong where two are wrong, how often with the same answer
 * @param doubleFault how often two are wrong together
 * @param best name of the best voter, found on these same images
 * @param difference accuracy of the vote less that of the best voter, paired
 */
public record VoteFigures(
        boolean together,
        int voters,
        Figure correlation,
        long leftOut,
        Figure effective,
        double independent,
        Figure vote,
        Figure sameWrong,
        Figure doubleFault,
        String best,
        Figure difference) {

    /** How many votes these are, and whether the best voter alone does as well. */
    String sentence() {
        return ((together ? votes() : "") + " " + compared()).strip();
    }

    private String votes() {
        if (effective instanceof Figure.Undefined undefined) {
            return "As how many independent voters your " + voters + " count cannot be told: " + undefined.reason()
                    + ".";
        }
        return "Your " + voters + " voters count as "
                + NumberText.decimal(effective.number().orElseThrow(), 1) + between(effective, 1)
                + " independent ones.";
    }

    private String compared() {
        if (!(difference instanceof Figure.Estimate apart)) {
            return "";
        }
        var subject = together ? "The vote" : "The cascade";
        var verdict = apart.interval()
                .map(limits -> limits.low() > 0 ? "better" : limits.high() < 0 ? "worse" : "not better")
                .orElse("not better");
        return subject + " is " + verdict + " than " + best + " alone: " + signed(apart.value()) + " points"
                + apart.interval()
                        .map(limits -> ", " + signed(limits.low()) + " to " + signed(limits.high()))
                        .orElse("")
                + ".";
    }

    /** What it rests on. */
    List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (together) {
            reasons.addAll(votesReasons());
        } else {
            reasons.add("What a voter was not asked counts as not answered by it.");
            reasons.add("A confidence from which images are passed on, chosen on this gold, flatters the cascade on it:"
                    + " choose it on a dev sample and judge it on a test sample.");
        }
        reasons.add("The best voter was found on these same images, which flatters it a little.");
        return reasons;
    }

    private List<String> votesReasons() {
        var reasons = new ArrayList<String>();
        reasons.add("Independent voters as accurate as these would be right in " + NumberText.percent(independent)
                + " of images by majority; the vote is in "
                + vote.number().stream()
                        .mapToObj(NumberText::percent)
                        .findFirst()
                        .orElse("none") + ".");
        sameWrong
                .number()
                .ifPresent(share -> reasons.add("Where two voters are both wrong, they give the same wrong"
                        + " answer in " + NumberText.percent(share) + "; two are wrong together in "
                        + NumberText.percent(doubleFault.number().orElse(0)) + " of images."));
        correlation
                .number()
                .ifPresent(rho -> reasons.add("Mean correlation of two voters' mistakes: " + NumberText.decimal(rho, 3)
                        + between(correlation, 3) + without() + "."));
        return reasons;
    }

    private String without() {
        return leftOut == 0
                ? ""
                : "; " + NumberText.count(leftOut, "pair has", "pairs have")
                        + " none, for one of the two makes no mistake or nothing else";
    }

    private static String between(Figure figure, int digits) {
        return ((Figure.Estimate) figure)
                .interval()
                .map(limits -> " (" + NumberText.decimal(limits.low(), digits) + " to "
                        + NumberText.decimal(limits.high(), digits) + ")")
                .orElse("");
    }

    private static String signed(double share) {
        return (share > 0 ? "+" : share < 0 ? "−" : "") + NumberText.decimal(Math.abs(100 * share), 1);
    }
}
