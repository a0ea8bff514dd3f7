package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Jackknife;
import codeframe.statistics.agreement.Kalpha;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.UnitSums;
import codeframe.statistics.agreement.WeightedAlpha;
import codeframe.statistics.agreement.Weights;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Krippendorff's α with its default interval, the analytic one beside it, and how likely it lies below the two lines. */
public record AlphaReport(
        Figure figure,
        Figure analytic,
        Optional<Chances> chances,
        Optional<Kalpha.Printed> kalpha,
        AgreementQuestion asked) {
    /** Shares of the replicates below .667 and .800, and of replicates without a value. */
    public record Chances(double below667, double below800, double undefined) {}

    /** @param by what the bootstrap takes for one: a unit, or a cluster of them */
    public static AlphaReport of(CodedVariable variable, AgreementQuestion asked, UnaryOperator<UnitSums> by) {
        var alpha = variable.alpha();
        if (alpha.figure().number().isEmpty()) {
            return new AlphaReport(
                    reason(variable, alpha.figure()), alpha.figure(), Optional.empty(), Optional.empty(), asked);
        }
        var units = by.apply(alpha);
        var analytic = Coefficients.limited(alpha, by, () -> analytic(variable));
        if (units.units() < 2) {
            return new AlphaReport(alpha.figure(), analytic, Optional.empty(), kalpha(variable, asked), asked);
        }
        if (!Resampling.affordable(units, asked.replicates())) {
            return new AlphaReport(Jackknife.figure(units), analytic, Optional.empty(), Optional.empty(), asked);
        }
        var result = Resampling.result(units, asked.replicates(), asked.seed());
        var drawn = result.replicates();
        var chances =
                new Chances(drawn.below(0.667), drawn.below(0.8), drawn.undefined() / (double) asked.replicates());
        return new AlphaReport(result.figure(), analytic, Optional.of(chances), kalpha(variable, asked), asked);
    }

    private static Figure reason(CodedVariable variable, Figure undefined) {
        return variable.codes().activeCoders() == 1
                ? Figure.undefined("there is only one coder, and agreement needs two")
                : undefined;
    }

    /** Gwet's linearisation holds δ² fixed; the ordinal one moves with the data and takes the jackknife. */
    private static Figure analytic(CodedVariable variable) {
        if (variable.level() == MeasurementLevel.ORDINAL) {
            return Jackknife.figure(variable.alpha());
        }
        int q = variable.categories().size();
        var weights =
                variable.level() == MeasurementLevel.NOMINAL && variable.sets().isEmpty()
                        ? Weights.identity(q)
                        : Weights.ofDistance(variable.alpha().distance(new double[0]), q);
        return new WeightedAlpha(variable.codes(), weights).analytic();
    }

    /** What the KALPHA macro would print, where its draws take no longer than a moment. */
    private static Optional<Kalpha.Printed> kalpha(CodedVariable variable, AgreementQuestion asked) {
        return !asked.kalpha() || variable.codes().pairable().codes() > 20_000
                ? Optional.empty()
                : Optional.of(new Kalpha(variable.codes(), variable.alpha())
                        .printed(Math.min(asked.replicates(), 10_000), asked.seed()));
    }
}
