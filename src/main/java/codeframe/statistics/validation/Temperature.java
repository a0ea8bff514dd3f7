package codeframe.statistics.validation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One number that makes probabilities honest: softmax(logits/T) with T of least log loss (Guo et al. 2017, sec. 4.2). */
public final class Temperature {
    private static final double COLDEST = Math.log(0.01);
    private static final double HOTTEST = Math.log(100);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Temperature() {}

    /** Golden section over log T; the loss has one minimum in it. */
    public static double fit(double[][] logits, int[] gold) {
        double low = COLDEST;
        double high = HOTTEST;
        while (high - low > 1e-10) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(logits, gold, Math.exp(left)) < loss(logits, gold, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** The mean negative log likelihood. */
    public static double loss(double[][] logits, int[] gold, double temperature) {
        return IntStream.range(0, logits.length)
                .mapToDouble(i -> -Math.log(softmax(logits[i], temperature)[gold[i]]))
                .average()
                .orElse(0);
    }

    public static double[] softmax(double[] logits, double temperature) {
        double most = Arrays.stream(logits).max().orElse(0);
        var shares = Arrays.stream(logits)
                .map(logit -> Math.exp((logit - most) / temperature))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** Probabilities of every unit at the temperature fitted on the other folds, so that no unit judges itself. */
    public static double[][] crossFitted(double[][] logits, int[] gold, int folds, long seed) {
        var fold = folds(gold.length, folds, seed);
        var probabilities = new double[logits.length][];
        for (int held = 0; held < folds; held++) {
            int out = held;
            var others =
                    IntStream.range(0, gold.length).filter(i -> fold[i] != out).toArray();
            double temperature = fit(
                    IntStream.of(others).mapToObj(i -> logits[i]).toArray(double[][]::new),
                    IntStream.of(others).map(i -> gold[i]).toArray());
            IntStream.range(0, gold.length)
                    .filter(i -> fold[i] == out)
                    .forEach(i -> probabilities[i] = softmax(logits[i], temperature));
        }
        return probabilities;
    }

    static int[] folds(int units, int folds, long seed) {
        var fold = IntStream.range(0, units).map(i -> i % folds).toArray();
        var random = new SplittableRandom(seed);
        for (int i = units - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = fold[i];
            fold[i] = fold[other];
            fold[other] = kept;
        }
        return fold;
    }
}
