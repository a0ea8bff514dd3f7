package codeframe.statistics.agreement;

import java.util.Arrays;

/**
 * α in its weight form with Gwet's linearised standard error (Gwet 2014, ch. 5; irrCAC krippen.alpha.raw): over units
 * with m_u ≥ 2, r̄ = mean m_u, α' without the ε term. On weights 1 − δ²/max δ² it is α itself.
 */
public final class WeightedAlpha {
    private final Codes codes;
    private final Weights weights;

    public WeightedAlpha(Codes codes, Weights weights) {
        this.codes = codes;
        this.weights = weights;
    }

    public Figure analytic() {
        var pairable = codes.pairable();
        if (pairable.units() == 0) {
            return Figure.undefined("no unit was coded by two coders");
        }
        double mean = (double) pairable.codes() / pairable.units();
        var shares = new double[codes.categories()];
        double agreed = agreement(shares) / (mean * pairable.units());
        double all = pairable.codes();
        Arrays.setAll(shares, k -> shares[k] / all);
        var weighted = weights.times(shares);
        double expected = 0;
        for (int k = 0; k < shares.length; k++) {
            expected += shares[k] * weighted[k];
        }
        if (!(1 - expected > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        double fall = weights.greatest(codes.uses()) / (1 - expected);
        return linearised(mean, agreed, expected, weighted).figure(coded() - 1.0, (double) pairable.units(), fall, -1);
    }

    /** Σ_u Σ_k n_uk(n*_uk − 1)/(m_u − 1); counts the codes of every category on the way. */
    private double agreement(double[] counts) {
        var tally = new CategoryTally();
        double agreement = 0;
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            if (tally.total() >= 2) {
                agreement += tally.agreeingPairs(weights) / (tally.total() - 1);
                for (int i = 0; i < tally.distinct(); i++) {
                    counts[tally.category(i)] += tally.count(i);
                }
            }
        }
        return agreement;
    }

    private Linearised linearised(double mean, double agreed, double expected, double[] weighted) {
        double small = 1.0 / codes.pairable().codes();
        double prime = (agreed - expected) / (1 - expected);
        double alpha = ((1 - small) * agreed + small - expected) / (1 - expected);
        var linear = new Linearised(alpha, prime, expected);
        var tally = new CategoryTally();
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            if (tally.total() >= 2) {
                double excess = (tally.total() - mean) / mean;
                double own = tally.agreeingPairs(weights) / (mean * (tally.total() - 1)) - agreed * excess;
                double chance = -expected * excess;
                for (int i = 0; i < tally.distinct(); i++) {
                    chance += tally.count(i) * weighted[tally.category(i)] / mean;
                }
                linear.add(own - expected, chance);
            }
        }
        return linear;
    }

    /** Units with at least one code give the degrees of freedom, as in irrCAC. */
    private long coded() {
        var tally = new CategoryTally();
        long coded = 0;
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            coded += tally.total() > 0 ? 1 : 0;
        }
        return coded;
    }
}
