package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Interval;

/** A machine as it is imagined before anything is coded, on a simple random sample: how many units a precision takes. */
public record AssumedConfusion(double sensitivity, double specificity, double prevalence) {
    private static final double Z = Interval.normalQuantile(0.975);

    private double hits() {
        return prevalence * sensitivity;
    }

    private double misses() {
        return prevalence * (1 - sensitivity);
    }

    private double falseAlarms() {
        return (1 - prevalence) * (1 - specificity);
    }

    /** 2TP/(2TP + FP + FN). */
    public double f1() {
        return 2 * hits() / (2 * hits() + falseAlarms() + misses());
    }

    /** Units to know F1 within ± h, linearised as in {@link HalfWidth#f1}, with precision and recall as they are. */
    public double unitsForF1(double halfWidth) {
        double f = f1();
        double errors = falseAlarms() + misses();
        double squares = 4 * hits() * (1 - f) * (1 - f) + f * f * errors;
        double mean = 2 * hits() + errors;
        return squares * square(Z / (halfWidth * mean));
    }

    /**
     * Units with gold to know the prevalence, corrected by the machine's labels of a large corpus, within ± h: z² Σ q_j
     * P_j(1 − P_j)/h², q_j the share with label j and P_j the prevalence among them (Tenenbein 1970, eq. 2.8).
     */
    public double unitsForPrevalence(double halfWidth) {
        double yes = hits() + falseAlarms();
        double within = inside(hits(), yes) + inside(misses(), 1 - yes);
        return within * square(Z / halfWidth);
    }

    private static double inside(double part, double whole) {
        return whole > 0 ? part * (whole - part) / whole : 0;
    }

    private static double square(double x) {
        return x * x;
    }
}
