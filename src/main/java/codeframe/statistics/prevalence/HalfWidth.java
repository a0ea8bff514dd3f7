package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Interval;

/** Half the width of the 95 % interval that a sample of n of N units is expected to give (statistics.md §2.5). */
public final class HalfWidth {
    private static final double Z = Interval.normalQuantile(0.975);

    private HalfWidth() {}

    /**
     * Of percent agreement P on units that several people code: z · SE with SE² = P(1−P)(N−n)/((N−1)(n−1)), which is the
     * formula of Lacy and Riffe 1996 solved for SE.
     *
     * @param units n, at least 2
     */
    public static double agreement(double units, double population, double agreement) {
        if (units >= population) {
            return 0;
        }
        double spread = agreement * (1 - agreement);
        return Z * Math.sqrt(spread * (population - units) / ((population - 1) * (units - 1)));
    }

    /**
     * Of the F1 of a class of prevalence p whose precision and recall both are F. F1 = 2TP/(2TP + FP + FN) is a ratio of
     * means, so by Taylor linearisation (Särndal, Swensson and Wretman 1992, §5.6) its variance is E[e²]/(n E[v]²) with
     * v = 2·TP + FP + FN and e = 2·TP − F·v. With the shares TP = pF and FP = FN = p(1−F) that is F(1−F)(2−F)/(2np).
     *
     * @param units n, all coded by people and by the machine
     */
    public static double f1(double units, double population, double prevalence, double f1) {
        if (units >= population) {
            return 0;
        }
        double variance = f1 * (1 - f1) * (2 - f1) / (2 * units * prevalence);
        return Z * Math.sqrt(variance * (population - units) / (population - 1));
    }
}
