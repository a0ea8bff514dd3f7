package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Inverse;
import java.util.stream.IntStream;

/**
 * π = M⁻¹q with M = P(machine j given gold k) (Buonaccorsi 2010, section 3.4), for a validation set that is not a sample
 * of this corpus. May leave 0 to 1: it is shown as it is.
 */
public final class MatrixInversion {
    private final int classes;
    private final double[][] inverse;
    private final double[] shares;
    private final double[] estimate;

    public MatrixInversion(Counts counts) {
        this.classes = counts.classes();
        this.inverse = inverse(counts);
        this.shares = IntStream.range(0, classes)
                .mapToDouble(j -> counts.unlabelled()[j] / counts.rest())
                .toArray();
        this.estimate = IntStream.range(0, classes)
                .mapToDouble(k -> IntStream.range(0, classes)
                        .mapToDouble(j -> inverse[k][j] * shares[j])
                        .sum())
                .toArray();
    }

    public double[] estimate() {
        return estimate.clone();
    }

    /** By the delta method: the shares are multinomial, and so is every column of M. */
    public double se(Counts counts, int label) {
        var row = inverse[label];
        double variance = multinomial(row, shares) / counts.rest();
        for (int k = 0; k < classes; k++) {
            int gold = k;
            double all = counts.gold(k);
            var column = IntStream.range(0, classes)
                    .mapToDouble(j -> counts.labelled()[gold][j] / all)
                    .toArray();
            variance += estimate[k] * estimate[k] * multinomial(row, column) / all;
        }
        return Math.sqrt(variance);
    }

    private static double multinomial(double[] slope, double[] shares) {
        double mean = 0;
        double squares = 0;
        for (int j = 0; j < slope.length; j++) {
            mean += slope[j] * shares[j];
            squares += slope[j] * slope[j] * shares[j];
        }
        return squares - mean * mean;
    }

    private static double[][] inverse(Counts counts) {
        int q = counts.classes();
        var rows = new double[q][q];
        for (int j = 0; j < q; j++) {
            for (int k = 0; k < q; k++) {
                rows[j][k] = counts.labelled()[k][j] / counts.gold(k);
            }
        }
        return Inverse.of(rows, 0).orElseThrow();
    }
}
