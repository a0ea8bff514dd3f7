package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The limits that Hayes and Krippendorff's (2007) KALPHA macro prints, for comparison with published tables. It draws
 * pairs of codes as if they were independent and is too narrow with more than two coders, hence never the default.
 */
public final class Kalpha {
    public static final String METHOD = "KALPHA-compatible (pairs resampled)";

    private final double[] cumulative;
    private final double[] loss;
    private final double[] diagonal;
    private final double draws;
    private final double pairs;

    /** From the coincidences of the codes, with the δ² and margins of their α. */
    public Kalpha(Codes codes, Alpha alpha) {
        var sums = alpha.total();
        var margins = alpha.margins(sums);
        var coincidences = new Coincidences(codes);
        var distance = alpha.distance(sums);
        double n = Arrays.stream(margins).sum();
        double expected = alpha.disagreement(sums).expected();
        int cells = coincidences.nonzero();
        this.draws = Math.floor(Math.min(25.0 * coincidences.nonzero(), (codes.activeCoders() - 1) * n / 2));
        this.pairs = codes.pairable().pairs();
        this.cumulative = new double[cells];
        this.loss = new double[cells];
        this.diagonal = new double[codes.categories()];
        double sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            int c = coincidences.row(cell);
            int k = coincidences.column(cell);
            sum += coincidences.value(cell) / n;
            cumulative[cell] = sum;
            loss[cell] = c == k ? 0 : distance.squared(c, k) / (expected * draws);
            diagonal[c] += c == k ? coincidences.value(cell) / n : 0;
        }
    }

    /**
     * What the macro prints.
     *
     * @param below667 q, the share of its replicates that fail to reach .667
     */
    public record Printed(Interval limits, double below667, double below800) {}

    /** Order statistics trunc(.025 B) and trunc(.975 B) + 1, after the macro's own correction of replicates at 1. */
    public Printed printed(int replicates, long seed) {
        var drawn = new double[replicates];
        var random = new SplittableRandom(seed);
        for (int i = 0; i < replicates; i++) {
            drawn[i] = replicate(random);
        }
        Arrays.sort(drawn);
        correctOnes(drawn);
        Arrays.sort(drawn);
        int low = Math.max(1, (int) (0.025 * replicates));
        int high = Math.min(replicates, (int) (0.975 * replicates) + 1);
        var limits = new Interval(drawn[low - 1], drawn[high - 1], METHOD);
        return new Printed(limits, below(drawn, 0.667), below(drawn, 0.8));
    }

    private static double below(double[] drawn, double least) {
        return Arrays.stream(drawn).filter(alpha -> alpha < least).count() / (double) drawn.length;
    }

    /** M, the pairs drawn for a replicate. */
    double draws() {
        return draws;
    }

    private double replicate(SplittableRandom random) {
        double alpha = 1;
        for (int draw = 0; draw < draws; draw++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble());
            int cell = found < 0 ? -found - 1 : found;
            // Rounding may leave the last sum a little below 1.
            alpha -= cell < loss.length ? loss[cell] : 0;
        }
        return Math.max(-1, alpha);
    }

    /** Of the replicates at 1, those that drew a single category have no α; the macro counts them as 0. */
    private void correctOnes(double[] sorted) {
        long ones = Arrays.stream(sorted).filter(value -> value == 1).count();
        long used = Arrays.stream(diagonal).filter(share -> share > 0).count();
        double single =
                Arrays.stream(diagonal).map(share -> Math.pow(share, pairs)).sum();
        long zeros = used == 1 ? ones : Math.min(ones, Math.round(sorted.length * single));
        for (int i = 0; i < zeros; i++) {
            sorted[sorted.length - 1 - i] = 0;
        }
    }
}
