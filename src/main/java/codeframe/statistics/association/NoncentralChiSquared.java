package codeframe.statistics.association;

import codeframe.statistics.agreement.Interval;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** χ² about a mean that is not 0. */
final class NoncentralChiSquared {
    private static final double LARGE = 5_000;
    private static final int STEPS = 100;

    private NoncentralChiSquared() {}

    /** P(χ² ≤ x): a Poisson mixture of central ones (Johnson, Kotz and Balakrishnan 1995, eq. 29.2). */
    static double probability(double x, double freedom, double noncentrality) {
        if (noncentrality == 0) {
            return ChiSquaredDistribution.of(freedom).cumulativeProbability(x);
        }
        var mixture = PoissonDistribution.of(noncentrality / 2);
        int middle = (int) (noncentrality / 2);
        int width = (int) (10 * Math.sqrt(noncentrality / 2) + 20);
        double sum = 0;
        for (int j = Math.max(0, middle - width); j <= middle + width; j++) {
            sum += mixture.probability(j)
                    * ChiSquaredDistribution.of(freedom + 2.0 * j).cumulativeProbability(x);
        }
        return sum;
    }

    /** The noncentrality under which χ² is at most x with this probability; 0 where it is that already under none. */
    static double noncentrality(double x, double freedom, double probability) {
        if (ChiSquaredDistribution.of(freedom).cumulativeProbability(x) <= probability) {
            return 0;
        }
        if (x > LARGE) {
            return normal(x, freedom, probability);
        }
        double low = 0;
        double high = 4 * x + 100;
        for (int i = 0; i < STEPS && high - low > 1e-10 * high; i++) {
            double middle = (low + high) / 2;
            if (probability(x, freedom, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** x = μ + z σ with μ = k + λ and σ² = 2 (k + 2λ), solved for λ. */
    private static double normal(double x, double freedom, double probability) {
        double z = Interval.normalQuantile(probability);
        double from = x - freedom + 2 * z * z;
        double root = Math.sqrt(Math.max(0, from * from - (x - freedom) * (x - freedom) + 2 * z * z * freedom));
        return Math.max(0, z > 0 ? from - root : from + root);
    }
}
