package codeframe.statistics.regression;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The coefficients of a regression in the order of its columns, or every one undefined for the same reason.
 *
 * @param freedom of Student's t; infinite where the normal distribution is taken
 */
public record Fit(List<Figure> coefficients, double freedom) {
    public static Fit undefined(int columns, String reason) {
        return new Fit(Collections.nCopies(columns, Figure.undefined(reason)), Double.POSITIVE_INFINITY);
    }

    static Fit of(double[] beta, IntToDoubleFunction variance, double freedom, String method) {
        if (freedom < beta.length) {
            return undefined(
                    beta.length,
                    (long) (freedom + 1) + " clusters are too few for the errors of " + beta.length + " coefficients");
        }
        return new Fit(
                IntStream.range(0, beta.length)
                        .mapToObj(k -> figure(beta[k], Math.sqrt(variance.applyAsDouble(k)), freedom, method))
                        .toList(),
                freedom);
    }

    private static Figure figure(double beta, double se, double freedom, String method) {
        return Figure.of(beta)
                .within(
                        se,
                        Double.isInfinite(freedom)
                                ? Interval.normal(beta, se, method)
                                : Interval.students(
                                        beta, se, freedom, method + " of clusters, t (" + (long) freedom + ")"));
    }

    public boolean hasClusters() {
        return !Double.isInfinite(freedom);
    }

    /** Two-sided, of a coefficient of zero, from the distribution of its interval; none where nothing varies. */
    public OptionalDouble p(int k) {
        if (coefficients.get(k) instanceof Figure.Estimate estimate
                && estimate.se().orElse(0) > 0) {
            double z = -Math.abs(estimate.value() / estimate.se().getAsDouble());
            return OptionalDouble.of(
                    2 * (hasClusters() ? Interval.studentProbability(z, freedom) : Interval.normalProbability(z)));
        }
        return OptionalDouble.empty();
    }
}
