package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;

/**
 * The prevalence behind an imperfect test (Rogan and Gladen 1978), for a validation set that is not a sample of this
 * corpus. Positives and units tested, and how well the test did on n positive and m negative units of gold.
 */
public record RoganGladen(
        double positive, double tested, double sensitivity, double ofPositive, double specificity, double ofNegative) {
    private static final String USELESS = "the machine does no better than chance";

    /** Class against the rest, by the machine's labels of the unlabelled. */
    public static RoganGladen of(Counts counts, int label) {
        double gold = counts.gold(label);
        double others = counts.sample() - gold;
        double hit = counts.labelled()[label][label];
        double wrong = counts.machine(label) - hit;
        return new RoganGladen(
                counts.unlabelled()[label], counts.rest(), hit / gold, gold, (others - wrong) / others, others);
    }

    /** (q + Sp − 1)/(Se + Sp − 1) with the delta-method standard error (Rogan and Gladen 1978, p. 73). */
    public Figure figure() {
        double youden = sensitivity + specificity - 1;
        if (!(youden > 0) || tested == 0) {
            return Figure.undefined(USELESS);
        }
        double q = positive / tested;
        double p = (q + specificity - 1) / youden;
        double se = Math.sqrt(bernoulli(q, tested)
                        + p * p * bernoulli(sensitivity, ofPositive)
                        + (1 - p) * (1 - p) * bernoulli(specificity, ofNegative))
                / youden;
        double value = Math.min(1, Math.max(0, p));
        return Figure.of(value).within(se, Interval.ofShare(p, se, "Rogan-Gladen, delta method"));
    }

    private static double bernoulli(double share, double n) {
        return share * (1 - share) / n;
    }

    /** The same with shares drawn towards one half and shifted limits (Lang and Reiczigel 2014). */
    public Figure langReiczigel() {
        double z = Interval.normalQuantile(0.975);
        double n = tested + z * z;
        double q = (positive + z * z / 2) / n;
        double sens = (ofPositive * sensitivity + 1) / (ofPositive + 2);
        double spec = (ofNegative * specificity + 1) / (ofNegative + 2);
        double youden = sens + spec - 1;
        if (!(youden > 0)) {
            return Figure.undefined(USELESS);
        }
        double p = (q + spec - 1) / youden;
        double ofSens = bernoulli(sens, ofPositive + 2);
        double ofSpec = bernoulli(spec, ofNegative + 2);
        double shift = 2 * z * z * (p * ofSens - (1 - p) * ofSpec);
        double half = z * Math.sqrt(bernoulli(q, n) + p * p * ofSens + (1 - p) * (1 - p) * ofSpec) / youden;
        double low = Math.max(0, p + shift - half);
        double high = Math.min(1, p + shift + half);
        return Figure.of(p).within(new Interval(low, high, "Lang and Reiczigel 2014"));
    }
}
