package codeframe.statistics.agreement;

import java.util.Arrays;

/**
 * Two sets C and K filled by chance: a pair weighs Π_{c∈C} n_c · Π_{k∈K∖C} n_k · Π_{k∈C∩K} (n_k − 1), with n the uses of a
 * label (Krippendorff and Craggs 2016). There are up to 4 to the number of labels such pairs, but Dice's distance asks for
 * no more than |C∖K|, |K∖C| and |C∩K|: the weights are added up by these three, one label after the other.
 */
final class ChanceSets {
    private final int largest;
    /** By labels in both, in the first alone, in the second alone. */
    private final double[][][] weight;

    ChanceSets(double[] uses, int largest) {
        this.largest = largest;
        this.weight = new double[largest + 1][largest + 1][largest + 1];
        weight[0][0][0] = 1;
        // Only ratios of weights of equal sizes are asked for, so the scale is free; this one keeps them from
        // overflowing.
        double scale = Math.max(1, Arrays.stream(uses).average().orElse(1));
        for (double n : uses) {
            add(n / scale, Math.max(0, n - 1) / scale);
        }
    }

    /** The label may be in neither set, in one of them, or in both; from above, so that it counts once. */
    private void add(double once, double again) {
        for (int both = largest; both >= 0; both--) {
            for (int first = largest - both; first >= 0; first--) {
                for (int second = largest - both; second >= 0; second--) {
                    double with = 0;
                    with += both > 0 ? weight[both - 1][first][second] * once * again : 0;
                    with += first > 0 ? weight[both][first - 1][second] * once : 0;
                    with += second > 0 ? weight[both][first][second - 1] * once : 0;
                    weight[both][first][second] += with;
                }
            }
        }
    }

    /** The mean distance of two sets whose sizes have these shares. */
    double disagreement(double[] sizes) {
        double disagreement = 0;
        for (int c = 0; c <= largest; c++) {
            for (int k = 0; k <= largest; k++) {
                disagreement += sizes[c] * sizes[k] == 0 ? 0 : sizes[c] * sizes[k] * mean(c, k);
            }
        }
        return disagreement;
    }

    private double mean(int c, int k) {
        double all = 0;
        double apart = 0;
        for (int both = 0; both <= Math.min(c, k); both++) {
            double pairs = weight[both][c - both][k - both];
            all += pairs;
            apart += c + k == 0 ? 0 : pairs * SetDistance.DICE.between(both, Math.min(c, k), Math.max(c, k));
        }
        return all == 0 ? 0 : apart / all;
    }
}
