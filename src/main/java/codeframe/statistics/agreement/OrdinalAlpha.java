package codeframe.statistics.agreement;

import java.util.Arrays;

/**
 * α with the ordinal metric δ²_ck = (Σ_{g=c..k} n_g − (n_c + n_k)/2)² (Krippendorff 2011, p. 5). The sum between two
 * categories is the difference of their mid-ranks, so δ² is an interval metric on ranks that move with the margins,
 * and the coincidences themselves are the sums: the upper triangle, row by row.
 */
public final class OrdinalAlpha implements Alpha {
    private final Codes codes;
    private final int q;

    public OrdinalAlpha(Codes codes) {
        this.codes = codes;
        this.q = codes.categories();
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return q * (q + 1) / 2;
    }

    private int cell(int c, int k) {
        int low = Math.min(c, k);
        return low * q - low * (low - 1) / 2 + Math.max(c, k) - low;
    }

    @Override
    public void contribute(int unit, Contribution into) {
        var tally = into.tally;
        codes.tally(unit, tally);
        double others = tally.total() - 1.0;
        for (int i = 0; others > 0 && i < tally.distinct(); i++) {
            double count = tally.count(i);
            if (count > 1) {
                into.add(cell(tally.category(i), tally.category(i)), count * (count - 1) / others);
            }
            for (int j = 0; j < i; j++) {
                into.add(cell(tally.category(i), tally.category(j)), count * tally.count(j) / others);
            }
        }
    }

    @Override
    public double[] margins(double[] sums) {
        var margins = new double[q];
        int cell = 0;
        for (int c = 0; c < q; c++) {
            margins[c] += sums[cell++];
            for (int k = c + 1; k < q; k++) {
                margins[c] += sums[cell];
                margins[k] += sums[cell++];
            }
        }
        return margins;
    }

    @Override
    public Disagreement disagreement(double[] sums) {
        var margins = margins(sums);
        double n = Arrays.stream(margins).sum();
        var ranks = ranks(margins);
        return new Disagreement(within(sums, ranks) / n, Spread.pairs(margins, ranks) / (n * (n - 1)), n);
    }

    private double within(double[] sums, double[] ranks) {
        double pairs = 0;
        int cell = 0;
        for (int c = 0; c < q; c++) {
            cell++;
            for (int k = c + 1; k < q; k++) {
                double apart = ranks[k] - ranks[c];
                pairs += 2 * sums[cell++] * apart * apart;
            }
        }
        return pairs;
    }

    /** The mid-rank of each category: all codes below it and half of its own. */
    private static double[] ranks(double[] margins) {
        var ranks = new double[margins.length];
        double below = 0;
        for (int c = 0; c < margins.length; c++) {
            ranks[c] = below + margins[c] / 2;
            below += margins[c];
        }
        return ranks;
    }

    @Override
    public Distance distance(double[] sums) {
        return Distance.interval(ranks(margins(sums)));
    }
}
