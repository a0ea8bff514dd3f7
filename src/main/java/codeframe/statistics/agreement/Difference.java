package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One coefficient less another. Units that both have are resampled together, which keeps the two paired; those that only
 * one has are resampled by themselves.
 */
public final class Difference implements UnitSums {
    /** The part of units that both have. */
    static final int BOTH = 2;

    private static final int NONE = -1;

    private final UnitSums first;
    private final UnitSums second;
    private final int[] inFirst;
    private final int[] inSecond;

    private Difference(UnitSums first, int[] inFirst, UnitSums second, int[] inSecond) {
        this.first = first;
        this.second = second;
        this.inFirst = inFirst;
        this.inSecond = inSecond;
    }

    /** Over the same units in the same order. */
    public Difference(UnitSums first, UnitSums second) {
        this(
                first,
                IntStream.range(0, first.units()).toArray(),
                second,
                IntStream.range(0, first.units()).toArray());
    }

    /** Over units with names, of which some or all or none are those of the other. */
    public static Difference of(UnitSums first, List<Long> firstUnits, UnitSums second, List<Long> secondUnits) {
        var all = together(firstUnits, secondUnits);
        return new Difference(first, places(all, firstUnits), second, places(all, secondUnits));
    }

    /** The names of all units in the order in which a difference has them. */
    public static List<Long> together(List<Long> firstUnits, List<Long> secondUnits) {
        var all = new LinkedHashSet<>(firstUnits);
        all.addAll(secondUnits);
        return List.copyOf(all);
    }

    private static int[] places(Collection<Long> all, List<Long> units) {
        Map<Long, Integer> places = new HashMap<>();
        units.forEach(unit -> places.put(unit, places.size()));
        return all.stream().mapToInt(unit -> places.getOrDefault(unit, NONE)).toArray();
    }

    @Override
    public int units() {
        return inFirst.length;
    }

    /** 0 and 1 where only the first or the second has something of the unit, 2 where both have. */
    @Override
    public int part(int unit) {
        boolean one = has(first, inFirst[unit]);
        boolean two = has(second, inSecond[unit]);
        if (one && two) {
            return BOTH;
        }
        return two ? 1 : 0;
    }

    private static boolean has(UnitSums of, int unit) {
        var found = new Contribution();
        if (unit != NONE) {
            of.contribute(unit, found);
        }
        return found.size() > 0;
    }

    /** Units that count for the first alone, for the second alone, and for both. */
    public Overlap overlap() {
        var parts = new long[3];
        for (int unit = 0; unit < units(); unit++) {
            if (has(first, inFirst[unit]) || has(second, inSecond[unit])) {
                parts[part(unit)]++;
            }
        }
        return new Overlap(parts[0], parts[1], parts[2]);
    }

    public record Overlap(long first, long second, long both) {}

    @Override
    public int length() {
        return first.length() + second.length();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        if (inFirst[unit] != NONE) {
            first.contribute(inFirst[unit], into);
        }
        var other = new Contribution();
        if (inSecond[unit] != NONE) {
            second.contribute(inSecond[unit], other);
        }
        for (int i = 0; i < other.size(); i++) {
            into.add(first.length() + other.index(i), other.value(i));
        }
    }

    @Override
    public double least() {
        return first.least() - 1;
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
