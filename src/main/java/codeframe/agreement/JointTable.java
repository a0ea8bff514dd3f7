package codeframe.agreement;

/** What two coders gave to the same units, as shares, with weighted agreement observed and expected. */
final class JointTable {
    private final double[] cells;
    private final double[] rows;
    private final double[] columns;
    private final int q;
    private final Weights weights;
    private double n;
    private double agreement;
    private double expected;

    JointTable(double[] counts, int q, Weights weights) {
        this.q = q;
        this.weights = weights;
        this.cells = counts;
        this.rows = new double[q];
        this.columns = new double[q];
        margins();
        compare();
    }

    private void margins() {
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                double count = cells[k * q + l];
                n += count;
                rows[k] += count;
                columns[l] += count;
            }
        }
    }

    private void compare() {
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                agreement += weights.of(k, l) * cells[k * q + l] / n;
                expected += weights.of(k, l) * rows[k] / n * columns[l] / n;
            }
        }
    }

    double n() {
        return n;
    }

    double agreement() {
        return agreement;
    }

    double expected() {
        return expected;
    }

    /** Σ p_kl [w_kl − (w̄_k. + w̄_.l)(1 − κ)]² − [κ − p_e(1 − κ)]², over n(1 − p_e)² (Fleiss et al. 1969, eq. 13). */
    double variance(double kappa) {
        double sum = 0;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                double term = weights.of(k, l) - (ofRow(k) + ofColumn(l)) * (1 - kappa);
                sum += cells[k * q + l] / n * term * term;
            }
        }
        double shift = kappa - expected * (1 - kappa);
        return (sum - shift * shift) / (n * (1 - expected) * (1 - expected));
    }

    private double ofRow(int k) {
        double mean = 0;
        for (int l = 0; l < q; l++) {
            mean += weights.of(k, l) * columns[l] / n;
        }
        return mean;
    }

    private double ofColumn(int l) {
        double mean = 0;
        for (int k = 0; k < q; k++) {
            mean += weights.of(k, l) * rows[k] / n;
        }
        return mean;
    }
}
