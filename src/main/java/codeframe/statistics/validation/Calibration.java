package codeframe.statistics.validation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How sure a classifier was against how often it was right. */
public record Calibration(List<Bin> bins, double n, double brier) {
    /** Lower edge open, upper edge closed (Guo et al. 2017, eq. 2). */
    public record Bin(double low, double high, int n, double weight, double confidence, double accuracy) {
        double gap() {
            return n == 0 ? 0 : Math.abs(confidence - accuracy);
        }
    }

    /** Every unit stands for as many as any other. */
    public static Calibration of(double[] confidence, boolean[] correct, int bins) {
        var weight = new double[confidence.length];
        Arrays.fill(weight, 1);
        return of(confidence, correct, weight, bins);
    }

    /** Equal-width bins over the confidence in the answer given; Brier's score is of that answer. Weighted by design. */
    public static Calibration of(double[] confidence, boolean[] correct, double[] weight, int bins) {
        var units = IntStream.range(0, confidence.length).toArray();
        double brier = mean(units, weight, i -> Math.pow(confidence[i] - (correct[i] ? 1 : 0), 2));
        var table = IntStream.range(0, bins)
                .mapToObj(bin -> bin(confidence, correct, weight, bin, bins))
                .toList();
        return new Calibration(table, confidence.length, brier);
    }

    private static double mean(int[] units, double[] weight, IntToDoubleFunction value) {
        double whole = IntStream.of(units).mapToDouble(i -> weight[i]).sum();
        return whole == 0
                ? 0
                : IntStream.of(units)
                                .mapToDouble(i -> weight[i] * value.applyAsDouble(i))
                                .sum()
                        / whole;
    }

    private static Bin bin(double[] confidence, boolean[] correct, double[] weight, int bin, int bins) {
        var members = IntStream.range(0, confidence.length)
                .filter(i -> Math.max(0, (int) Math.ceil(confidence[i] * bins) - 1) == bin)
                .toArray();
        return new Bin(
                (double) bin / bins,
                (bin + 1.0) / bins,
                members.length,
                IntStream.of(members).mapToDouble(i -> weight[i]).sum(),
                mean(members, weight, i -> confidence[i]),
                mean(members, weight, i -> correct[i] ? 1 : 0));
    }

    /** Expected calibration error: the mean gap, weighted by the units each bin stands for (Naeini et al. 2015, eq. 2). */
    public double expectedError() {
        double whole = bins.stream().mapToDouble(Bin::weight).sum();
        return whole == 0
                ? 0
                : bins.stream()
                        .mapToDouble(bin -> bin.weight() / whole * bin.gap())
                        .sum();
    }

    /** The largest gap. */
    public double greatestError() {
        return bins.stream().mapToDouble(Bin::gap).max().orElse(0);
    }
}
