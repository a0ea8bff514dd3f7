package codeframe.statistics.agreement;

/** Squared differences over all pairs of values, found in one pass over the values instead of over the pairs. */
final class Spread {
    private Spread() {}

    /** Σ_c Σ_k n_c n_k (v_c − v_k)² = 2 Σ n · Σ n_c (v_c − mean)². */
    static double pairs(double[] n, double[] values) {
        double all = 0;
        double sum = 0;
        for (int c = 0; c < n.length; c++) {
            all += n[c];
            sum += n[c] * values[c];
        }
        double mean = sum / all;
        double squares = 0;
        for (int c = 0; c < n.length; c++) {
            squares += n[c] * (values[c] - mean) * (values[c] - mean);
        }
        return 2 * all * squares;
    }
}
