package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Interval;

/** How many units to code (statistics.md §2.5). */
public final class SampleSize {
    private static final double ONE_SIDED = Interval.normalQuantile(0.95);
    private static final double Z = Interval.normalQuantile(0.975);

    private SampleSize() {}

    /** From a pilot of n₀ units: n₀ (z · SE₀/h)², for any coefficient. */
    public static double fromPilot(double units, double se, double halfWidth) {
        double ratio = Z * se / halfWidth;
        return units * ratio * ratio;
    }

    /**
     * Units coded by two coders so that α is known to lie above a line with 95 % certainty: 2z²((1 + α)(3 − α)/(4(1 −
     * α)P(1 − P)) − α) with z = 1.645 (Krippendorff 2018, ch. 12, from Bloch and Kraemer 1989, eq. 3.7).
     *
     * @param least the line
     * @param share P of the rarest category
     */
    public static double krippendorff(double least, double share) {
        return 2
                * ONE_SIDED
                * ONE_SIDED
                * ((1 + least) * (3 - least) / (4 * (1 - least) * share * (1 - share)) - least);
    }

    /** Units so that the lower limit of a figure as found in a pilot would be a line: n₀(1.645 · SE₀/(α₀ − line))². */
    public static double above(double units, double se, double found, double line) {
        double ratio = ONE_SIDED * se / (found - line);
        return units * ratio * ratio;
    }

    /**
     * Units coded by two coders to know the α of a category against the rest within ± h, with the expected disagreement
     * D = 2P(1 − P) held fixed: z²A(1 − A)/(hD)², where A = 1 − (1 − α)D of the units agree.
     */
    public static double alpha(double alpha, double share, double halfWidth) {
        double expected = 2 * share * (1 - share);
        double agreed = 1 - (1 - alpha) * expected;
        double ratio = Z / (halfWidth * expected);
        return agreed * (1 - agreed) * ratio * ratio;
    }
}
