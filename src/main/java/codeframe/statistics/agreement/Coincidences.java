package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The coincidence matrix o_ck (Krippendorff 2011, p. 6); it sums to the number of pairable codes. Only the cells that
 * occur are kept, row by row: many categories make a wide matrix that is almost empty.
 */
public final class Coincidences {
    private final int categories;
    private final long[] places;
    private final double[] values;

    public Coincidences(Codes codes) {
        this.categories = codes.categories();
        var sums = new TreeMap<Long, double[]>();
        var tally = new CategoryTally();
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            if (tally.total() >= 2) {
                add(tally, sums);
            }
        }
        this.places = sums.keySet().stream().mapToLong(place -> place).toArray();
        this.values = sums.values().stream().mapToDouble(sum -> sum[0]).toArray();
    }

    private void add(CategoryTally tally, Map<Long, double[]> sums) {
        double others = tally.total() - 1.0;
        for (int i = 0; i < tally.distinct(); i++) {
            for (int j = 0; j < tally.distinct(); j++) {
                double pairs = tally.count(i) * (tally.count(j) - (i == j ? 1.0 : 0.0));
                if (pairs > 0) {
                    sums.computeIfAbsent(place(tally.category(i), tally.category(j)), empty -> new double[1])[0] +=
                            pairs / others;
                }
            }
        }
    }

    private long place(int c, int k) {
        return (long) c * categories + k;
    }

    public double of(int c, int k) {
        int found = Arrays.binarySearch(places, place(c, k));
        return found < 0 ? 0 : values[found];
    }

    /** Cells with at least one pair. */
    int nonzero() {
        return places.length;
    }

    int row(int cell) {
        return (int) (places[cell] / categories);
    }

    int column(int cell) {
        return (int) (places[cell] % categories);
    }

    double value(int cell) {
        return values[cell];
    }
}
