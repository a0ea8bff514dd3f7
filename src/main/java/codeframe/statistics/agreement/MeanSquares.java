package codeframe.statistics.agreement;

import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/** The mean squares of a table without missing cells, of units, coders and error, and the limits that they give. */
record MeanSquares(double n, double k, double units, double coders, double error) {
    private static final double UPPER = 0.975;

    /** @param sums as {@link VarianceComponents} names them */
    static MeanSquares of(double[] sums) {
        double n = sums[VarianceComponents.UNITS];
        double k = sums[VarianceComponents.CODES] / n;
        var found = VarianceComponents.of(sums);
        double error = Math.max(0, found.rest());
        return new MeanSquares(
                n, k, Math.max(0, error + k * found.units()), Math.max(0, error + n * found.coders()), error);
    }

    /** From F (McGraw and Wong 1996, Table 7); none where there is no error, so that F has no end. */
    Optional<Interval> limits(Icc.Kind kind, double icc) {
        if (!(error > 1e-12 * (units + coders)) || icc > 1 - 1e-12) {
            return Optional.empty();
        }
        return Optional.of(kind == Icc.Kind.CONSISTENCY ? consistency() : agreement(icc));
    }

    private Interval consistency() {
        double rest = (n - 1) * (k - 1);
        double low = units / error / quantile(n - 1, rest);
        double high = units / error * quantile(rest, n - 1);
        return interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
    }

    /** Degrees of freedom by Satterthwaite's approximation. */
    private Interval agreement(double icc) {
        double a = k * icc / (n * (1 - icc));
        double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        double freedom = Math.pow(a * coders + b * error, 2)
                / (Math.pow(a * coders, 2) / (k - 1) + Math.pow(b * error, 2) / ((n - 1) * (k - 1)));
        double down = quantile(n - 1, freedom);
        double up = quantile(freedom, n - 1);
        double between = k * coders + (k * n - k - n) * error;
        return interval(
                n * (units - down * error) / (down * between + n * units),
                n * (up * units - error) / (between + n * up * units));
    }

    private static double quantile(double numerator, double denominator) {
        return FDistribution.of(numerator, denominator).inverseCumulativeProbability(UPPER);
    }

    private static Interval interval(double low, double high) {
        return new Interval(low, high, "F (McGraw and Wong 1996)").cut(-1, 1);
    }
}
