package codeframe.statistics.agreement;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** A 95 % confidence interval and the name of the method that made it. */
public record Interval(double low, double high, String method) {
    private static final double UPPER = 0.975;

    /** Estimate ± t · SE, the upper end clipped at 1 as irrCAC does (Gwet 2014, ch. 5). */
    static Interval student(double value, double se, double freedom, String method) {
        var limits = students(value, se, freedom, method);
        return new Interval(limits.low, Math.min(1, limits.high), method);
    }

    /** Of what has no largest value, such as a regression's coefficient. */
    public static Interval students(double value, double se, double freedom, String method) {
        double half = TDistribution.of(freedom).inverseCumulativeProbability(UPPER) * se;
        return new Interval(value - half, value + half, method);
    }

    public static Interval normal(double value, double se, String method) {
        double half = normalQuantile(UPPER) * se;
        return new Interval(value - half, value + half, method);
    }

    /** A normal interval cut to what a proportion can be. */
    public static Interval ofShare(double value, double se, String method) {
        return normal(value, se, method).cut(0, 1);
    }

    /** Without what lies outside of a range. */
    public Interval cut(double least, double most) {
        return new Interval(Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)), method);
    }

    Interval called(String other) {
        return new Interval(low, high, other);
    }

    /** The quantile of the standard normal distribution. */
    public static double normalQuantile(double probability) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
    }

    /** The distribution function of the standard normal distribution. */
    public static double normalProbability(double z) {
        return NormalDistribution.of(0, 1).cumulativeProbability(z);
    }

    /** That of Student's t. */
    public static double studentProbability(double t, double freedom) {
        return TDistribution.of(freedom).cumulativeProbability(t);
    }
}
