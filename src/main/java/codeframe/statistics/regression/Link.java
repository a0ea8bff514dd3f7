package codeframe.statistics.regression;

/** How the mean of the outcome depends on Xβ; with both of these the score of a unit is x(y − μ(xβ)). */
public enum Link {
    LINEAR {
        @Override
        double mean(double eta) {
            return eta;
        }

        @Override
        double slope(double mean) {
            return 1;
        }
    },
    LOGISTIC {
        @Override
        double mean(double eta) {
            return 1 / (1 + Math.exp(-eta));
        }

        @Override
        double slope(double mean) {
            return mean * (1 - mean);
        }
    };

    abstract double mean(double eta);

    /** dμ/dη, from μ. */
    abstract double slope(double mean);

    double mean(Observation at, double... beta) {
        double eta = 0;
        for (int k = 0; k < beta.length; k++) {
            eta += at.x()[k] * beta[k];
        }
        return mean(eta);
    }
}
