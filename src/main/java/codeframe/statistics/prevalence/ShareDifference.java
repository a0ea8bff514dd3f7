package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import java.util.Optional;

/**
 * How much more common a class is among some units than among others, both known with limits of their own, and not from the same
 * units.
 *
 * @param p that the difference is none, two-sided
 */
public record ShareDifference(Figure figure, double p) {
    private static final double Z = Interval.normalQuantile(0.975);

    /**
     * Limits from the distances of both shares to their limits (Newcombe 1998, method 10; for any two intervals Zou and Donner
     * 2008, "MOVER"), and p from the distance to the limit on the side of 0 (Altman and Bland 2011): it is below .05 just
     * where the interval leaves out 0. Nothing where one of the two is not known with limits.
     */
    public static Optional<ShareDifference> of(Figure first, Figure second) {
        return first instanceof Figure.Estimate a
                        && second instanceof Figure.Estimate b
                        && a.interval().isPresent()
                        && b.interval().isPresent()
                ? Optional.of(of(
                        a.value(), a.interval().get(), b.value(), b.interval().get()))
                : Optional.empty();
    }

    private static ShareDifference of(double a, Interval ofA, double b, Interval ofB) {
        double value = a - b;
        double low = value - Math.hypot(a - ofA.low(), ofB.high() - b);
        double high = value + Math.hypot(ofA.high() - a, b - ofB.low());
        double half = value > 0 ? value - low : high - value;
        double p = half > 0 ? 2 * Interval.normalProbability(-Z * Math.abs(value) / half) : 1;
        double se = (high - low) / (2 * Z);
        var limits = new Interval(Math.max(-1, low), Math.min(1, high), "limits of both shares (MOVER)");
        return new ShareDifference(Figure.of(value).within(se, limits), p);
    }
}
