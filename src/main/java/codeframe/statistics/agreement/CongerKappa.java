package codeframe.statistics.agreement;

/**
 * Conger's (1980) κ for any number of coders: chance is the mean over pairs of coders of Σ w_kl p_gk p_hl, each coder
 * with their own marginal shares. For two coders it is Cohen's κ. With missing codes as in irrCAC (Gwet 2014, p. 60).
 */
public final class CongerKappa implements UnitSums {
    private static final int AGREEMENT = 0;
    private static final int PAIRABLE = 1;
    private static final int CODED = 2;
    private static final int GIVEN = 3;

    private final Codes codes;
    private final Weights weights;

    public CongerKappa(Codes codes, Weights weights) {
        this.codes = codes;
        this.weights = weights;
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return GIVEN + codes.coders() * codes.categories();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        codes.tally(unit, into.tally);
        double m = into.tally.total();
        if (m >= 2) {
            into.add(AGREEMENT, into.tally.agreeingPairs(weights) / (m * (m - 1)));
            into.add(PAIRABLE, 1);
        }
        if (m >= 1) {
            into.add(CODED, 1);
        }
        for (int coder = 0; coder < codes.coders(); coder++) {
            int code = codes.code(unit, coder);
            if (code != Codes.MISSING) {
                into.add(GIVEN + coder * codes.categories() + code, 1);
            }
        }
    }

    @Override
    public Figure figure(double[] sums) {
        if (codes.coders() < 2 || sums[PAIRABLE] < 0.5) {
            return Figure.undefined("no unit was coded by two coders");
        }
        var marginals = new CoderShares(sums, GIVEN, codes.coders(), codes.categories());
        if (marginals.idle()) {
            return Figure.undefined("one coder gave no code");
        }
        double expected = marginals.expected(weights);
        if (!(1 - expected > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        return Figure.of((sums[AGREEMENT] / sums[PAIRABLE] - expected) / (1 - expected));
    }

    /** Linearised as in irrCAC conger.kappa.raw (Gwet 2014, ch. 5). */
    public Figure analytic() {
        var sums = total();
        var value = figure(sums).number();
        if (value.isEmpty()) {
            return figure(sums);
        }
        var marginals = new CoderShares(sums, GIVEN, codes.coders(), codes.categories());
        double expected = marginals.expected(weights);
        var linear = new Linearised(value.getAsDouble(), value.getAsDouble(), expected);
        var chance = marginals.chanceOfUnits(weights, sums[CODED]);
        var tally = new CategoryTally();
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            double m = tally.total();
            if (m > 0) {
                double above = m < 2 ? 0 : tally.agreeingPairs(weights) / (m * (m - 1)) - expected;
                linear.add(sums[CODED] / sums[PAIRABLE] * above, chance.of(codes, unit));
            }
        }
        return linear.figure(sums[CODED] - 1);
    }
}
