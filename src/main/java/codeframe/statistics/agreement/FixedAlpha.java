package codeframe.statistics.agreement;

import java.util.Arrays;

/**
 * α where δ² does not depend on the data: nominal, interval, ratio, sets.
 *
 * <p>o_ck = Σ_u [n_uc n_uk − 1(c=k) n_uc]/(m_u − 1) over units with m_u ≥ 2, n_c = Σ_k o_ck (Krippendorff 2011, p. 6).
 * Since δ² is fixed, a unit adds one sum of disagreement and its counts, and the matrix is never built.
 */
public final class FixedAlpha implements Alpha {
    /** With so many categories a sum over all their pairs is worth keeping. */
    private static final int MANY = 200;

    private final Codes codes;
    private final Distance distance;
    private NearTotal near;

    public FixedAlpha(Codes codes, Distance distance) {
        this.codes = codes;
        this.distance = distance;
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return 1 + codes.categories();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        var tally = into.tally;
        codes.tally(unit, tally);
        if (tally.total() >= 2) {
            into.add(0, within(tally) / (tally.total() - 1));
            for (int i = 0; i < tally.distinct(); i++) {
                into.add(1 + tally.category(i), tally.count(i));
            }
        }
    }

    private double within(CategoryTally tally) {
        double pairs = 0;
        for (int i = 0; i < tally.distinct(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += 2.0 * tally.count(i) * tally.count(j) * distance.squared(tally.category(i), tally.category(j));
            }
        }
        return pairs;
    }

    @Override
    public double[] margins(double[] sums) {
        return Arrays.copyOfRange(sums, 1, sums.length);
    }

    @Override
    public Disagreement disagreement(double[] sums) {
        var margins = margins(sums);
        double n = Arrays.stream(margins).sum();
        return new Disagreement(sums[0] / n, pairs(margins) / (n * (n - 1)), n);
    }

    private double pairs(double[] margins) {
        return margins.length < MANY || distance.inOnePass() ? distance.total(margins) : near().of(margins);
    }

    private synchronized NearTotal near() {
        near = near == null ? new NearTotal(distance, margins(total())) : near;
        return near;
    }

    @Override
    public Distance distance(double[] sums) {
        return distance;
    }
}
