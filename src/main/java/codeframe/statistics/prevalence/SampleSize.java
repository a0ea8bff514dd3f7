package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Interval;

/** How many units to code (statistics.md §2.5). */
public final class SampleSize {
    private static final double Z = Interval.normalQuantile(0.975);

    private SampleSize() {}

    /** Units for a reliability sample: [(N−1)SE² + P(1−P)N]/[(N−1)SE² + P(1−P)] (Lacy and Riffe 1996). */
    public static double lacyRiffe(double population, double agreement, double se) {
        double spread = agreement * (1 - agreement);
        double precision = (population - 1) * se * se;
        return (precision + spread * population) / (precision + spread);
    }

    /** From a pilot of n₀ units: n₀ (z · SE₀/h)², for any coefficient. */
    public static double fromPilot(double units, double se, double halfWidth) {
        double ratio = Z * se / halfWidth;
        return units * ratio * ratio;
    }

    /** Units of a class to know a recall r within ± h: z² r(1 − r)/h². */
    public static double positives(double recall, double halfWidth) {
        return Z * Z * recall * (1 - recall) / (halfWidth * halfWidth);
    }

    /** Images to draw at random for so many units of a class. */
    public static double draws(double positives, double prevalence) {
        return Math.ceil(positives) / prevalence;
    }
}
