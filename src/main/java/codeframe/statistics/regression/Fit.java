package codeframe.statistics.regression;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The coefficients of a regression in the order of its columns, or every one undefined for the same reason. */
public record Fit(List<Figure> coefficients) {
    public static Fit undefined(int columns, String reason) {
        return new Fit(Collections.nCopies(columns, Figure.undefined(reason)));
    }

    static Fit of(double[] beta, IntToDoubleFunction variance, String method) {
        return new Fit(IntStream.range(0, beta.length)
                .mapToObj(k -> {
                    double se = Math.sqrt(variance.applyAsDouble(k));
                    return Figure.of(beta[k]).within(se, Interval.normal(beta[k], se, method));
                })
                .toList());
    }

    /** Two-sided, of a coefficient of zero, from the normal distribution; none where nothing varies. */
    public static OptionalDouble p(Figure coefficient) {
        if (coefficient instanceof Figure.Estimate estimate && estimate.se().orElse(0) > 0) {
            double z = estimate.value() / estimate.se().getAsDouble();
            return OptionalDouble.of(2 * Interval.normalProbability(-Math.abs(z)));
        }
        return OptionalDouble.empty();
    }
}
