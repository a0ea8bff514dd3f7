package codeframe.statistics.agreement;

import java.util.Arrays;

/** The bootstrap distribution of a coefficient: its defined values in order, and how many were undefined. */
public final class Replicates {
    private final double[] sorted;
    private final int undefined;

    Replicates(double[] drawn) {
        this.sorted = Arrays.stream(drawn)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        this.undefined = drawn.length - sorted.length;
    }

    public int defined() {
        return sorted.length;
    }

    public int undefined() {
        return undefined;
    }

    /** Too few defined values to read limits from. */
    boolean tooFew() {
        return sorted.length < 20 || undefined > sorted.length;
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElse(0);
    }

    public double se() {
        double mean = mean();
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /** The share of replicates below a line, as in P(α < .800). */
    public double below(double line) {
        return (double) Arrays.stream(sorted)
                        .filter(value -> value < line - 1e-12)
                        .count()
                / sorted.length;
    }

    double notAbove(double line) {
        return (double) Arrays.stream(sorted)
                        .filter(value -> value <= line + 1e-12)
                        .count()
                / sorted.length;
    }

    /** Linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). */
    public double quantile(double probability) {
        double place = probability * (sorted.length - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    public Interval percentile(String method) {
        return new Interval(quantile(0.025), quantile(0.975), method);
    }

    /** z0: how far the middle of the replicates lies from the estimate; ties count half (Efron and Tibshirani 1993, eq. 14.14). */
    double bias(double estimate) {
        double share = (below(estimate) + notAbove(estimate)) / 2;
        double inside = Math.min(Math.max(share, 0.5 / sorted.length), 1 - 0.5 / sorted.length);
        return Interval.normalQuantile(inside);
    }

    /** Bias-corrected and accelerated limits (Efron 1987; Efron and Tibshirani 1993, eq. 14.9 to 14.15). */
    public Interval bca(double estimate, double acceleration, String method) {
        double bias = bias(estimate);
        double low = quantile(corrected(0.025, bias, acceleration));
        double high = quantile(corrected(0.975, bias, acceleration));
        return new Interval(low, high, method);
    }

    /**
     * The two-sided p of a value: one less the level of the widest BCa interval that does not hold it, found by solving
     * eq. 14.10 of Efron and Tibshirani (1993) for the level. Never below what so many replicates can tell.
     */
    double twoSided(double value, double estimate, double acceleration) {
        double share = (below(value) + notAbove(value)) / 2;
        double least = 0.5 / sorted.length;
        double bias = bias(estimate);
        double moved = Interval.normalQuantile(Math.min(Math.max(share, least), 1 - least)) - bias;
        double z = moved / (1 + acceleration * moved) - bias;
        double tail = Math.min(Interval.normalProbability(z), Interval.normalProbability(-z));
        return Math.min(1, Math.max(2 * tail, 2 * least));
    }

    private static double corrected(double probability, double bias, double acceleration) {
        double z = bias + Interval.normalQuantile(probability);
        return Interval.normalProbability(bias + z / (1 - acceleration * z));
    }
}
