package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;

/** How common a class is, by machine labels that are sometimes wrong and a sample where they were checked. */
public final class Prevalence {
    private final Counts counts;

    public Prevalence(Counts counts) {
        this.counts = counts;
    }

    /** The share in the gold sample, the machine ignored. */
    public Figure goldOnly(int label) {
        double n = counts.sample();
        if (n == 0) {
            return Figure.undefined("no unit has gold");
        }
        double share = counts.gold(label) / n;
        return estimate(share, Math.sqrt(share * (1 - share) / n), "normal");
    }

    /**
     * Post-stratified by the machine's label, which is the estimate of double sampling (Tenenbein 1970, eq. 3.3):
     * Σ_j q_j P(gold = k given machine = j). By the delta method, given how many units of each predicted class were
     * checked: V = Σ q_j² p_j(1 − p_j)/n_j + B/N. Adds up to 1 over classes.
     */
    public Figure postStratified(int label) {
        return PredictedStrata.of(counts, label)
                .map(strata -> estimate(strata.estimate(), strata.seOfChecked(), "post-stratified by machine label"))
                .orElse(Figure.undefined("a class the machine predicted has no unit with gold"));
    }

    /** The same estimate with the error of a simple random sample: V = (pq − B)/n + B/N (Tenenbein 1970, eq. 3.6). */
    public Figure doubleSampling(int label) {
        return PredictedStrata.of(counts, label)
                .map(strata -> estimate(strata.estimate(), strata.seOfSample(), "double sampling (Tenenbein 1970)"))
                .orElse(Figure.undefined("a class the machine predicted has no unit with gold"));
    }

    private static Figure estimate(double value, double se, String method) {
        return Figure.of(value).within(se, Interval.ofShare(value, se, method));
    }
}
