package codeframe.statistics.agreement;

import java.util.Arrays;

/** The agreement expected by chance, from the mean share π_k of every category over units. */
interface ChanceRule {
    double expected(double[] shares);

    /** Half the gradient in π_k: what a code in category k adds to chance in Gwet's linearisation. */
    double[] slope(double[] shares);

    /** p_e = Σ w_kl π_k π_l (Scott 1955; Fleiss 1971, eq. 6; weighted: Gwet 2014, p. 75). */
    static ChanceRule fleiss(Weights weights) {
        return new ChanceRule() {
            @Override
            public double expected(double[] shares) {
                var weighted = weights.times(shares);
                double expected = 0;
                for (int k = 0; k < shares.length; k++) {
                    expected += shares[k] * weighted[k];
                }
                return expected;
            }

            @Override
            public double[] slope(double[] shares) {
                return weights.times(shares);
            }
        };
    }

    /** p_e = T_w/(q(q − 1)) Σ π_k(1 − π_k) (Gwet 2008, eq. 4; AC2: Gwet 2014, p. 80). */
    static ChanceRule gwet(Weights weights) {
        double q = weights.categories();
        double factor = weights.sum() / (q * (q - 1));
        return new ChanceRule() {
            @Override
            public double expected(double[] shares) {
                return factor
                        * Arrays.stream(shares)
                                .map(share -> share * (1 - share))
                                .sum();
            }

            @Override
            public double[] slope(double[] shares) {
                return Arrays.stream(shares).map(share -> factor * (1 - share)).toArray();
            }
        };
    }

    /** p_e = T_w/q² (Brennan and Prediger 1981, p. 693; weighted: Gwet 2014, p. 78). */
    static ChanceRule brennanPrediger(Weights weights) {
        double q = weights.categories();
        return constant(weights.sum() / (q * q));
    }

    /** No correction: percent agreement. */
    static ChanceRule none() {
        return constant(0);
    }

    private static ChanceRule constant(double expected) {
        return new ChanceRule() {
            @Override
            public double expected(double[] shares) {
                return expected;
            }

            @Override
            public double[] slope(double[] shares) {
                var slope = new double[shares.length];
                Arrays.fill(slope, expected);
                return slope;
            }
        };
    }
}
