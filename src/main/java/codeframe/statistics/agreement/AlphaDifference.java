package codeframe.statistics.agreement;

import java.util.OptionalDouble;

/**
 * One α less another, with limits from units of both resampled together and a p of no difference.
 *
 * @param p absent where resampling has nothing to vary
 * @param undefined how many of the replicates had no difference
 */
public record AlphaDifference(Figure figure, OptionalDouble p, long undefined) {
    /**
     * @param first and second with their own limits
     * @param difference over the units of both, or clusters of them
     */
    public static AlphaDifference of(Figure first, Figure second, UnitSums difference, int replicates, long seed) {
        var found = difference.figure();
        if (found.number().isEmpty() || difference.units() < 2) {
            return new AlphaDifference(found, OptionalDouble.empty(), 0);
        }
        if (hidden(first) || hidden(second)) {
            return new AlphaDifference(recovered(first, second, found), OptionalDouble.empty(), 0);
        }
        if (!Resampling.affordable(difference, replicates)) {
            return new AlphaDifference(Jackknife.figure(difference), OptionalDouble.empty(), 0);
        }
        return drawn(found, Resampling.result(difference, replicates, seed));
    }

    /** A difference that no resample changes is that of the same codes twice, and says nothing of other units. */
    private static AlphaDifference drawn(Figure found, Resampling.Result result) {
        long undefined = result.replicates().undefined();
        if (!(result.figure() instanceof Figure.Estimate estimate)
                || estimate.se().isEmpty()) {
            return new AlphaDifference(found, OptionalDouble.empty(), undefined);
        }
        double p = result.replicates()
                .twoSided(0, estimate.value(), result.jackknife().acceleration());
        return new AlphaDifference(estimate, OptionalDouble.of(p), undefined);
    }

    /** Whether nothing differs, so that limits are those of what units may hide and no resample shows it. */
    private static boolean hidden(Figure figure) {
        return figure instanceof Figure.Estimate estimate && estimate.se().isEmpty();
    }

    /**
     * From the limits of both (Zou 2007, eq. 5, with a correlation of 0): d − √((a − l_a)² + (u_b − b)²) to
     * d + √((u_a − a)² + (b − l_b)²).
     */
    private static Figure recovered(Figure first, Figure second, Figure difference) {
        var a = (Figure.Estimate) first;
        var b = (Figure.Estimate) second;
        if (a.interval().isEmpty() || b.interval().isEmpty()) {
            return difference;
        }
        double d = a.value() - b.value();
        double below = Math.hypot(
                a.value() - a.interval().get().low(), b.interval().get().high() - b.value());
        double above = Math.hypot(
                a.interval().get().high() - a.value(),
                b.value() - b.interval().get().low());
        return difference.within(new Interval(d - below, d + above, "from the limits of both (Zou 2007)").cut(-2, 2));
    }
}
