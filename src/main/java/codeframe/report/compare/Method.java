package codeframe.report.compare;

import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import java.util.Optional;

/**
 * One of the methods that stand side by side on the same gold.
 *
 * @param coverage share of images that got an answer
 * @param dollars for a thousand images, of a run; of a vote with all whom it counts
 * @param seconds for a thousand images, where it is known
 * @param madeGold whether its own codes made the gold, so that it agrees with it by itself
 */
public record Method(
        ReportedCoder coder,
        Figure accuracy,
        Figure macroF1,
        Figure coverage,
        Optional<Double> dollars,
        Optional<Double> seconds,
        boolean madeGold) {
    static Method of(ReportedCoder coder, MethodRows.Taken taken, Figure accuracy, Figure macroF1, Figure coverage) {
        return new Method(
                coder,
                accuracy,
                macroF1,
                coverage,
                Optional.ofNullable(taken.dollars()),
                Optional.ofNullable(taken.seconds()),
                taken.madeGold());
    }

    public String cost() {
        return dollars.map(sum -> "$" + NumberText.decimal(sum, 2)).orElse("–");
    }

    public String time() {
        return seconds.map(sum -> NumberText.duration(Math.max(1, Math.round(sum))))
                .orElse("–");
    }
}
