package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much of an agreement two categories are: 1 on the diagonal (Gwet 2014, ch. 3; Cohen 1968). */
public final class Weights {
    private final int categories;
    private final Rule rule;
    /** Only the diagonal counts: sums over pairs of categories become sums over categories. */
    private final boolean identity;

    private Weights(int categories, Rule rule) {
        this(categories, rule, false);
    }

    private Weights(int categories, Rule rule, boolean identity) {
        this.categories = categories;
        this.rule = rule;
        this.identity = identity;
    }

    private interface Rule {
        double weight(int k, int l);
    }

    public static Weights identity(int categories) {
        return new Weights(categories, (k, l) -> k == l ? 1 : 0, true);
    }

    /** 1 − |i − j|/(max − min). */
    public static Weights linear(double... values) {
        double range = range(values);
        return new Weights(values.length, (k, l) -> 1 - Math.abs(values[k] - values[l]) / range);
    }

    /** 1 − (i − j)²/(max − min)²: on these weights α is the interval α. */
    public static Weights quadratic(double... values) {
        return ofDistance(Distance.interval(values), values.length);
    }

    /** 1 − ((i − j)/(i + j))²/((max − min)/(max + min))²: on these weights α is the ratio α. */
    public static Weights ratio(double... values) {
        return ofDistance(Distance.ratio(values), values.length);
    }

    /** 1 − C(|i − j| + 1, 2)/max over ranks; not Krippendorff's ordinal metric (Gwet 2014, p. 92). */
    public static Weights ordinal(int categories) {
        double most = pairs(categories - 1);
        return new Weights(categories, (k, l) -> k == l ? 1 : 1 - pairs(Math.abs(k - l)) / most);
    }

    private static double pairs(int apart) {
        return (apart + 1.0) * apart / 2;
    }

    /** 1 − δ²/max δ², the weights on which the W form of α is α itself. */
    public static Weights ofDistance(Distance distance, int categories) {
        double most = IntStream.range(0, categories * categories)
                .mapToDouble(cell -> distance.squared(cell / categories, cell % categories))
                .max()
                .orElse(1);
        return most > 0
                ? new Weights(categories, (k, l) -> k == l ? 1 : 1 - distance.squared(k, l) / most)
                : new Weights(categories, (k, l) -> 1);
    }

    /** Any weights: Cohen's (1968) disagreement weights v become 1 − v/max v. */
    public static Weights ofDisagreement(double[][] disagreement) {
        return ofDistance(Distance.of(disagreement), disagreement.length);
    }

    private static double range(double... values) {
        var spread = Arrays.stream(values).summaryStatistics();
        return spread.getMax() > spread.getMin() ? spread.getMax() - spread.getMin() : 1;
    }

    public int categories() {
        return categories;
    }

    /** How much two categories in use can disagree; where only one is in use another may still come. */
    double greatest(long... uses) {
        double most = Hidden.greatest(Arrays.stream(uses).mapToDouble(n -> n).toArray(), (c, k) -> 1 - of(c, k));
        return most > 0 ? most : 1;
    }

    public double of(int k, int l) {
        return rule.weight(k, l);
    }

    /** Σ_k Σ_l w_kl p_k q_l. */
    double between(double[] p, double[] q) {
        double between = 0;
        for (int k = 0; k < categories; k++) {
            for (int l = identity ? k : 0; l < (identity ? k + 1 : categories); l++) {
                between += of(k, l) * p[k] * q[l];
            }
        }
        return between;
    }

    /** Σ_l w_kl q_l for every k. */
    double[] ofRows(double[] q) {
        return identity ? q.clone() : sums((k, l) -> of(k, l) * q[l]);
    }

    /** Σ_k w_kl p_k for every l. */
    double[] ofColumns(double[] p) {
        return identity ? p.clone() : sums((l, k) -> of(k, l) * p[k]);
    }

    private double[] sums(Rule term) {
        var sums = new double[categories];
        for (int i = 0; i < categories; i++) {
            for (int j = 0; j < categories; j++) {
                sums[i] += term.weight(i, j);
            }
        }
        return sums;
    }

    /** T_w = Σ Σ w_kl. */
    double sum() {
        if (identity) {
            return categories;
        }
        return IntStream.range(0, categories * categories)
                .mapToDouble(cell -> of(cell / categories, cell % categories))
                .sum();
    }

    /** Σ_l w_kl p_l for every k, symmetrised as in irrCAC. */
    double[] times(double[] p) {
        return identity ? p.clone() : sums((k, l) -> (of(k, l) + of(l, k)) / 2 * p[l]);
    }
}
