package codeframe.statistics.agreement;

/**
 * (p_a − p_e)/(1 − p_e) with p_a the mean over units with two codes or more of the agreeing share of pairs, and p_e from
 * what all units with at least one code were given (Gwet 2014, ch. 2; irrCAC). By its chance this is Scott's π and
 * Fleiss's κ, Conger's κ, Gwet's AC1 and AC2, Brennan and Prediger's coefficient, or plain percent agreement.
 */
public final class ChanceCorrected implements UnitSums {
    private static final int AGREEMENT = 0;
    private static final int PAIRABLE = 1;
    private static final int CODED = 2;
    private static final int CHANCE = 3;

    private final Codes codes;
    private final Weights weights;
    private final Chance chance;
    private final double least;

    private ChanceCorrected(Codes codes, Weights weights, Chance chance, double least) {
        this.codes = codes;
        this.weights = weights;
        this.chance = chance;
        this.least = least;
    }

    private static ChanceCorrected of(Codes codes, Weights weights, ChanceRule rule) {
        return new ChanceCorrected(codes, weights, new CategoryShares(codes.categories(), rule), -1);
    }

    public static ChanceCorrected percent(Codes codes, Weights weights) {
        return new ChanceCorrected(codes, weights, new CategoryShares(codes.categories(), ChanceRule.none()), 0);
    }

    public static ChanceCorrected fleiss(Codes codes, Weights weights) {
        return of(codes, weights, ChanceRule.fleiss(weights));
    }

    public static ChanceCorrected gwet(Codes codes, Weights weights) {
        return of(codes, weights, ChanceRule.gwet(weights));
    }

    public static ChanceCorrected brennanPrediger(Codes codes, Weights weights) {
        return of(codes, weights, ChanceRule.brennanPrediger(weights));
    }

    /**
     * Conger's (1980) κ for any number of coders: chance is the mean over pairs of coders of Σ w_kl p_gk p_hl, each coder
     * with their own marginal shares. For two coders it is Cohen's κ. With missing codes as in irrCAC (Gwet 2014, p. 60).
     */
    public static ChanceCorrected conger(Codes codes, Weights weights) {
        return new ChanceCorrected(codes, weights, new CoderShares(codes, weights), -1);
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public double least() {
        return least;
    }

    @Override
    public double fall(double[] sums) {
        double most = weights.greatest(codes.uses());
        return most / (1 - chance.read(sums, CHANCE, sums[CODED]).agreement());
    }

    @Override
    public int length() {
        return CHANCE + chance.length();
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
            chance.contribute(unit, into, CHANCE);
        }
    }

    @Override
    public Figure figure(double[] sums) {
        if (sums[PAIRABLE] < 0.5) {
            return Figure.undefined("no unit was coded by two coders");
        }
        var expected = chance.read(sums, CHANCE, sums[CODED]);
        if (expected.idle()) {
            return Figure.undefined("one coder gave no code");
        }
        double agreement = expected.agreement();
        if (!(1 - agreement > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        return Figure.of((sums[AGREEMENT] / sums[PAIRABLE] - agreement) / (1 - agreement));
    }

    /** With Gwet's linearised standard error and the t interval on n − 1 (Gwet 2014, ch. 5; irrCAC .raw). */
    public Figure analytic() {
        var sums = total();
        var value = figure(sums).number();
        if (value.isEmpty()) {
            return figure(sums);
        }
        var read = chance.read(sums, CHANCE, sums[CODED]);
        double expected = read.agreement();
        var linear = new Linearised(value.getAsDouble(), value.getAsDouble(), expected);
        var ofUnits = read.ofUnits();
        var tally = new CategoryTally();
        for (int unit = 0; unit < codes.units(); unit++) {
            codes.tally(unit, tally);
            if (tally.total() > 0) {
                double scale = sums[CODED] / sums[PAIRABLE];
                linear.add(scale * above(tally, expected), ofUnits.of(unit, tally));
            }
        }
        return linear.figure(sums[CODED] - 1, sums[PAIRABLE], fall(sums), least);
    }

    private double above(CategoryTally tally, double expected) {
        double m = tally.total();
        return m < 2 ? 0 : tally.agreeingPairs(weights) / (m * (m - 1)) - expected;
    }
}
