package codeframe.statistics.validation;

import codeframe.statistics.agreement.StratifiedDesign;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a machine said about units whose truth is known: gold and predicted class of every unit, its weight (one over
 * its inclusion probability) and the design of the sample. An abstention stays in: see {@link Abstention}. Weights are
 * kept with a mean of one, so that sums of them count units: no figure depends on their scale.
 */
public record Predictions(int classes, int[] gold, int[] predicted, double[] weight, StratifiedDesign design) {
    public static final int ABSTAINED = -1;
    private static final double ROUNDED = 1e-9;

    public Predictions {
        weight = ofMeanOne(weight);
    }

    /** Weights that differ by rounding alone are the same. */
    public static double[] ofMeanOne(double... weight) {
        double sum = Arrays.stream(weight).sum();
        if (Arrays.stream(weight).allMatch(w -> Math.abs(w - weight[0]) <= ROUNDED * weight[0])) {
            return Arrays.stream(weight).map(w -> 1).toArray();
        }
        return Arrays.stream(weight).map(w -> w / sum * weight.length).toArray();
    }

    /** A simple random sample: every unit stands for as many as any other. */
    public static Predictions simple(int classes, int[] gold, int[] predicted) {
        var weight = new double[gold.length];
        Arrays.fill(weight, 1);
        return new Predictions(classes, gold, predicted, weight, StratifiedDesign.simple(gold.length));
    }

    /** Every unit as many times as it occurs. */
    public Predictions times(double... times) {
        var weights = IntStream.range(0, times.length)
                .mapToDouble(unit -> weight[unit] * times[unit])
                .toArray();
        return new Predictions(classes, gold, predicted, weights, design);
    }

    public int units() {
        return gold.length;
    }

    /** Whether some unit stands for more units of the corpus than another. */
    public boolean weighted() {
        return IntStream.range(1, weight.length).anyMatch(unit -> weight[unit] != weight[0]);
    }

    public long abstained() {
        return Arrays.stream(predicted).filter(label -> label == ABSTAINED).count();
    }
}
