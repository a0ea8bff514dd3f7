package codeframe.agreement.validation;

import java.util.List;
import java.util.stream.IntStream;

/** How sure a classifier was against how often it was right. */
public record Calibration(List<Bin> bins, double n, double brier) {
    /** Lower edge open, upper edge closed (Guo et al. 2017, eq. 2). */
    public record Bin(double low, double high, int n, double confidence, double accuracy) {
        double gap() {
            return n == 0 ? 0 : Math.abs(confidence - accuracy);
        }
    }

    /** Equal-width bins over the confidence in the answer given; Brier's score is of that answer. */
    public static Calibration of(double[] confidence, boolean[] correct, int bins) {
        double brier = IntStream.range(0, confidence.length)
                .mapToDouble(i -> confidence[i] - (correct[i] ? 1 : 0))
                .map(miss -> miss * miss)
                .average()
                .orElse(0);
        var table = IntStream.range(0, bins)
                .mapToObj(bin -> bin(confidence, correct, bin, bins))
                .toList();
        return new Calibration(table, confidence.length, brier);
    }

    private static Bin bin(double[] confidence, boolean[] correct, int bin, int bins) {
        var members = IntStream.range(0, confidence.length)
                .filter(i -> Math.max(0, (int) Math.ceil(confidence[i] * bins) - 1) == bin)
                .toArray();
        double mean =
                IntStream.of(members).mapToDouble(i -> confidence[i]).average().orElse(0);
        double right = IntStream.of(members)
                .mapToDouble(i -> correct[i] ? 1 : 0)
                .average()
                .orElse(0);
        return new Bin((double) bin / bins, (bin + 1.0) / bins, members.length, mean, right);
    }

    /** Expected calibration error: the mean gap, weighted by the units of each bin (Naeini et al. 2015, eq. 2). */
    public double expectedError() {
        return bins.stream().mapToDouble(bin -> bin.n() / n * bin.gap()).sum();
    }

    /** The largest gap. */
    public double greatestError() {
        return bins.stream().mapToDouble(Bin::gap).max().orElse(0);
    }
}
