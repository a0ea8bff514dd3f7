package codeframe.statistics.agreement;

import java.util.stream.IntStream;

/**
 * Limits where no unit of the sample differs from another, so that neither resampling nor linearisation has anything to
 * vary: n units that are all alike may still hide a share 1 − .025^(1/n) of units that are not (the exact one-sided limit
 * of Clopper and Pearson 1934, p. 409, at 0 of n). If these differ as far as units can, a coefficient of 1 is no more than
 * 1 − (1 − .025^(1/n))/D_e.
 *
 * <p>Chosen by simulation: 2 and 4 categories, 2 and 3 coders, 3 to 100 units, a category of 5, 20 and 50 %, slips of 0.2
 * to 15 %, 4,000 samples in each of 300 cells. Of the samples that agreed perfectly so many of a hundred had the true α
 * above the limit, in the worst cell of those where 3 and where 10 % of the samples or more agreed perfectly:
 *
 * <pre>
 * 1 − .025^(1/n), over D_e                                  80   99
 * upper 2.5 % of Beta(1, n + 1), over D_e                   77   98
 * upper 2.5 % of Beta(½, n + ½), over D_e                    6   85
 * Dirichlet, ½ for each category and for disagreement       14   91
 * Dirichlet, ½ for each category, 1 for disagreement        91   99
 * half of 1 − .025^(1/n), over D_e                           0    0
 * </pre>
 *
 * The last Dirichlet holds a little better and says −2 of three units; the first needs no draws and says −.33.
 */
final class Hidden {
    private static final String METHOD = "no unit differs: the largest difference that so few units could hide";
    private static final int FEW = 300;

    private Hidden() {}

    /** The share of units that a sample of n equal ones may hide. */
    static double share(double units) {
        return 1 - Math.pow(0.025, 1 / units);
    }

    /** @param fall how far the coefficient falls for every share of units that differ as far as they can */
    static Interval around(double value, double units, double fall, double least) {
        double far = share(units) * fall;
        return new Interval(Math.max(least, value - far), Math.min(1, value + far), METHOD);
    }

    static boolean isPoint(Interval limits) {
        return !(limits.high() - limits.low() > 1e-9);
    }

    interface Apart {
        double of(int c, int k);
    }

    /** The largest distance of two categories in use; of very many, from the first or the last of them. */
    static double greatest(double[] uses, Apart distance) {
        var used = IntStream.range(0, uses.length).filter(k -> uses[k] > 1e-6).toArray();
        int step = used.length <= FEW ? 1 : used.length - 1;
        double most = 0;
        for (int i = 0; i < used.length; i += step) {
            for (int k : used) {
                most = Math.max(most, distance.of(used[i], k));
            }
        }
        return most;
    }
}
