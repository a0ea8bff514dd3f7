package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/** p_gk: what share of a coder's codes fell into a category (Gwet 2014, p. 60). */
record CoderShares(Codes codes, Weights weights) implements Chance {
    @Override
    public int length() {
        return codes.coders() * codes.categories();
    }

    @Override
    public void contribute(int unit, Contribution into, int from) {
        for (int coder = 0; coder < codes.coders(); coder++) {
            int code = codes.code(unit, coder);
            if (code != Codes.MISSING) {
                into.add(from + coder * codes.categories() + code, 1);
            }
        }
    }

    @Override
    public Expected read(double[] sums, int from, double coded) {
        var share = new double[codes.coders()][];
        var given = new double[codes.coders()];
        for (int g = 0; g < share.length; g++) {
            share[g] = Arrays.copyOfRange(sums, from + g * codes.categories(), from + (g + 1) * codes.categories());
            double all = Arrays.stream(share[g]).sum();
            given[g] = all;
            share[g] = Arrays.stream(share[g]).map(count -> count / all).toArray();
        }
        return new ByCoder(codes, weights, share, given, coded);
    }

    private record ByCoder(Codes codes, Weights weights, double[][] share, double[] given, double coded)
            implements Expected {
        @Override
        public boolean idle() {
            return Arrays.stream(given).anyMatch(count -> count < 0.5);
        }

        /** Σ_{g≠h} Σ w_kl p_gk p_hl / (r(r − 1)), by the square of the sum less the sum of squares. */
        @Override
        public double agreement() {
            var sum = sum();
            double pairs = form(sum, sum);
            for (var own : share) {
                pairs -= form(own, own);
            }
            return pairs / (share.length * (share.length - 1.0));
        }

        private double[] sum() {
            return IntStream.range(0, codes.categories())
                    .mapToDouble(
                            k -> Arrays.stream(share).mapToDouble(own -> own[k]).sum())
                    .toArray();
        }

        private double form(double[] left, double[] right) {
            var weighted = weights.times(right);
            return IntStream.range(0, left.length)
                    .mapToDouble(k -> left[k] * weighted[k])
                    .sum();
        }

        /** λ_ig of irrCAC, its sum over categories taken out of the loop over units. */
        @Override
        public OfUnit ofUnits() {
            var sum = sum();
            var slope = new double[share.length][];
            var level = new double[share.length];
            for (int g = 0; g < share.length; g++) {
                var own = share[g];
                var others = IntStream.range(0, sum.length)
                        .mapToDouble(k -> sum[k] - own[k])
                        .toArray();
                slope[g] = weights.times(others);
                level[g] = form(others, own);
            }
            return (unit, tally) -> ofUnit(unit, slope, level);
        }

        private double ofUnit(int unit, double[][] slope, double[] level) {
            double chance = 0;
            for (int g = 0; g < share.length; g++) {
                int code = codes.code(unit, g);
                boolean rated = code != Codes.MISSING;
                double lambda = rated ? slope[g][code] - level[g] : 0;
                chance += coded / given[g] * lambda + level[g];
            }
            return chance / (share.length * (share.length - 1.0));
        }
    }
}
