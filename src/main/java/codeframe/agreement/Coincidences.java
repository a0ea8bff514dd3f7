package codeframe.agreement;

import java.util.Arrays;

/** The coincidence matrix o_ck (Krippendorff 2011, p. 6), row by row; it sums to the number of pairable codes. */
public final class Coincidences {
    private final int categories;
    private final double[] cells;

    public Coincidences(Codes codes) {
        this.categories = codes.categories();
        this.cells = new double[categories * categories];
        var tally = new Tally();
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            if (tally.total() >= 2) {
                add(tally);
            }
        }
    }

    private void add(Tally tally) {
        double others = tally.total() - 1.0;
        for (int i = 0; i < tally.distinct(); i++) {
            for (int j = 0; j < tally.distinct(); j++) {
                double pairs = tally.count(i) * (tally.count(j) - (i == j ? 1.0 : 0.0));
                cells[tally.category(i) * categories + tally.category(j)] += pairs / others;
            }
        }
    }

    public double of(int c, int k) {
        return cells[c * categories + k];
    }

    double[] cells() {
        return cells.clone();
    }

    long nonzero() {
        return Arrays.stream(cells).filter(cell -> cell > 0).count();
    }
}
