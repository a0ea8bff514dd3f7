package codeframe.statistics.agreement;

/**
 * (p_a − p_e)/(1 − p_e) with p_a the mean over units with two codes or more of the agreeing share of pairs, and p_e from
 * the category shares of all units with at least one code (Gwet 2014, ch. 2; irrCAC). By its rule of chance this is
 * Scott's π and Fleiss's κ, Gwet's AC1 and AC2, Brennan and Prediger's coefficient, or plain percent agreement.
 */
public final class ChanceCorrected implements UnitSums {
    private static final int AGREEMENT = 0;
    private static final int PAIRABLE = 1;
    private static final int CODED = 2;
    private static final int SHARES = 3;

    private final Codes codes;
    private final Weights weights;
    private final ChanceRule rule;

    public ChanceCorrected(Codes codes, Weights weights, ChanceRule rule) {
        this.codes = codes;
        this.weights = weights;
        this.rule = rule;
    }

    public static ChanceCorrected percent(Codes codes, Weights weights) {
        return new ChanceCorrected(codes, weights, ChanceRule.none());
    }

    public static ChanceCorrected fleiss(Codes codes, Weights weights) {
        return new ChanceCorrected(codes, weights, ChanceRule.fleiss(weights));
    }

    public static ChanceCorrected gwet(Codes codes, Weights weights) {
        return new ChanceCorrected(codes, weights, ChanceRule.gwet(weights));
    }

    public static ChanceCorrected brennanPrediger(Codes codes, Weights weights) {
        return new ChanceCorrected(codes, weights, ChanceRule.brennanPrediger(weights));
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return SHARES + codes.categories();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        var tally = into.tally;
        codes.tally(unit, tally);
        double m = tally.total();
        if (m >= 2) {
            into.add(AGREEMENT, tally.agreeingPairs(weights) / (m * (m - 1)));
            into.add(PAIRABLE, 1);
        }
        if (m >= 1) {
            into.add(CODED, 1);
            for (int i = 0; i < tally.distinct(); i++) {
                into.add(SHARES + tally.category(i), tally.count(i) / m);
            }
        }
    }

    private static double[] shares(double[] sums) {
        var shares = new double[sums.length - SHARES];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = sums[SHARES + k] / sums[CODED];
        }
        return shares;
    }

    @Override
    public Figure figure(double[] sums) {
        if (sums[PAIRABLE] < 0.5) {
            return Figure.undefined("no unit was coded by two coders");
        }
        double expected = rule.expected(shares(sums));
        if (!(1 - expected > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        return Figure.of((sums[AGREEMENT] / sums[PAIRABLE] - expected) / (1 - expected));
    }

    /** With Gwet's linearised standard error and the t interval on n − 1 (Gwet 2014, ch. 5; irrCAC .raw). */
    public Figure analytic() {
        var sums = total();
        var value = figure(sums).number();
        if (value.isEmpty()) {
            return figure(sums);
        }
        var shares = shares(sums);
        double expected = rule.expected(shares);
        var linear = new Linearised(value.getAsDouble(), value.getAsDouble(), expected);
        var slope = rule.slope(shares);
        var tally = new CategoryTally();
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            if (tally.total() > 0) {
                double scale = sums[CODED] / sums[PAIRABLE];
                linear.add(scale * above(tally, expected), chance(tally, slope));
            }
        }
        return linear.figure(sums[CODED] - 1);
    }

    private double above(CategoryTally tally, double expected) {
        double m = tally.total();
        return m < 2 ? 0 : tally.agreeingPairs(weights) / (m * (m - 1)) - expected;
    }

    private static double chance(CategoryTally tally, double[] slope) {
        double chance = 0;
        for (int i = 0; i < tally.distinct(); i++) {
            chance += tally.count(i) * slope[tally.category(i)];
        }
        return chance / tally.total();
    }
}
