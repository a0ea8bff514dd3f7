package codeframe.statistics.agreement;

import java.util.Arrays;

/** One coefficient less another over the same units, so that resampling keeps them paired. */
public final class Difference implements UnitSums {
    private final UnitSums first;
    private final UnitSums second;

    public Difference(UnitSums first, UnitSums second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public int units() {
        return first.units();
    }

    @Override
    public int length() {
        return first.length() + second.length();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        first.contribute(unit, into);
        var other = new Contribution();
        second.contribute(unit, other);
        for (int i = 0; i < other.size(); i++) {
            into.add(first.length() + other.index(i), other.value(i));
        }
    }

    @Override
    public Figure figure(double[] sums) {
        var one = first.figure(Arrays.copyOf(sums, first.length()));
        var two = second.figure(Arrays.copyOfRange(sums, first.length(), sums.length));
        if (one.number().isEmpty()) {
            return one;
        }
        return two.number().isEmpty()
                ? two
                : Figure.of(one.number().getAsDouble() - two.number().getAsDouble());
    }

    /** The two-sided p of no difference: twice the smaller share of replicates beyond 0 (Efron and Tibshirani 1993, ch. 15). */
    public static double twoSided(Replicates replicates) {
        double below = replicates.below(0);
        double above = 1 - replicates.notAbove(0);
        double ties = 1 - below - above;
        double smaller = Math.min(below, above) + ties / 2;
        return Math.min(1, Math.max(2 * smaller, 1.0 / replicates.defined()));
    }
}
