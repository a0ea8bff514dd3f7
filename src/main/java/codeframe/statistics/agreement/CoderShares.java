package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/** p_gk: what share of a coder's codes fell into a category (Gwet 2014, p. 60). */
final class CoderShares {
    private final int coders;
    private final int categories;
    private final double[] given;
    private final double[][] share;

    /** Counts of coder after coder, category after category, from this place in the sums. */
    CoderShares(double[] sums, int from, int coders, int categories) {
        this.coders = coders;
        this.categories = categories;
        this.share = new double[coders][];
        this.given = new double[coders];
        for (int g = 0; g < coders; g++) {
            share[g] = Arrays.copyOfRange(sums, from + g * categories, from + (g + 1) * categories);
            double all = Arrays.stream(share[g]).sum();
            given[g] = all;
            share[g] = Arrays.stream(share[g]).map(count -> count / all).toArray();
        }
    }

    boolean idle() {
        return Arrays.stream(given).anyMatch(count -> count < 0.5);
    }

    /** Σ_{g≠h} Σ w_kl p_gk p_hl / (r(r − 1)), by the square of the sum less the sum of squares. */
    double expected(Weights weights) {
        var sum = sum();
        double pairs = form(weights, sum, sum);
        for (var own : share) {
            pairs -= form(weights, own, own);
        }
        return pairs / (coders * (coders - 1.0));
    }

    private double[] sum() {
        return IntStream.range(0, categories)
                .mapToDouble(
                        k -> Arrays.stream(share).mapToDouble(own -> own[k]).sum())
                .toArray();
    }

    private static double form(Weights weights, double[] left, double[] right) {
        var weighted = weights.times(right);
        return IntStream.range(0, left.length)
                .mapToDouble(k -> left[k] * weighted[k])
                .sum();
    }

    /** What one unit adds to chance: λ_ig of irrCAC, its sum over categories taken out of the loop over units. */
    ChanceOfUnit chanceOfUnits(Weights weights, double coded) {
        var sum = sum();
        var slope = new double[coders][];
        var level = new double[coders];
        for (int g = 0; g < coders; g++) {
            var own = share[g];
            var others = IntStream.range(0, categories)
                    .mapToDouble(k -> sum[k] - own[k])
                    .toArray();
            slope[g] = weights.times(others);
            level[g] = form(weights, others, own);
        }
        return (codes, unit) -> {
            double chance = 0;
            for (int g = 0; g < coders; g++) {
                int code = codes.code(unit, g);
                boolean rated = code != Codes.MISSING;
                double lambda = rated ? slope[g][code] - level[g] : 0;
                chance += coded / given[g] * lambda + level[g];
            }
            return chance / (coders * (coders - 1.0));
        };
    }

    interface ChanceOfUnit {
        double of(Codes codes, int unit);
    }
}
