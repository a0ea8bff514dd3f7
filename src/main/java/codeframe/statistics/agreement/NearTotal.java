package codeframe.statistics.agreement;

/**
 * Σ_c Σ_k n_c n_k δ²_ck near counts m at which it is known: for n = m + d it is T(m) + 2 d · δ²m + Σ Σ d_c d_k δ²_ck, which
 * takes the square of the categories that d touches instead of all. A unit that is left out touches a few.
 */
final class NearTotal {
    private final Distance distance;
    private final double[] counts;
    private final double[] slope;
    private final double total;

    NearTotal(Distance distance, double... counts) {
        this.distance = distance;
        this.counts = counts;
        this.slope = new double[counts.length];
        double all = 0;
        for (int c = 0; c < counts.length; c++) {
            for (int k = 0; k < counts.length; k++) {
                slope[c] += counts[k] == 0 ? 0 : counts[k] * distance.squared(c, k);
            }
            all += counts[c] * slope[c];
        }
        this.total = all;
    }

    double of(double... n) {
        var touched = new int[n.length];
        int size = 0;
        for (int c = 0; c < n.length; c++) {
            if (n[c] != counts[c]) {
                touched[size++] = c;
            }
        }
        if (size > n.length / 4) {
            return distance.total(n);
        }
        double near = total;
        for (int i = 0; i < size; i++) {
            int c = touched[i];
            double moved = 2 * slope[c];
            for (int j = 0; j < size; j++) {
                moved += (n[touched[j]] - counts[touched[j]]) * distance.squared(c, touched[j]);
            }
            near += (n[c] - counts[c]) * moved;
        }
        return near;
    }
}
