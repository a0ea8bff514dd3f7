package codeframe.statistics.agreement;

/**
 * The intraclass correlation of single ratings in the two-way model, for agreement, ICC(A,1), or consistency, ICC(C,1)
 * (McGraw and Wong 1996), over units with two codes or more. With missing cells it is the same ratio of variance
 * components, estimated by Henderson's method I (1953), as Gwet (2014, ch. 9) does.
 */
public final class Icc implements UnitSums {
    public enum Kind {
        AGREEMENT,
        CONSISTENCY
    }

    private final Ratings ratings;
    private final Kind kind;

    /** @param values what each category is worth */
    public Icc(Codes codes, Kind kind, double... values) {
        this.ratings = Ratings.of(codes, values);
        this.kind = kind;
    }

    @Override
    public int units() {
        return ratings.codes().units();
    }

    @Override
    public int length() {
        return VarianceComponents.CODERS + 2 * ratings.codes().coders();
    }

    @Override
    public void contribute(int unit, Contribution into) {
        int given = ratings.given(unit);
        if (given < 2 || !ratings.flaw().isEmpty()) {
            return;
        }
        double sum = 0;
        double squares = 0;
        for (int coder = 0; coder < ratings.codes().coders(); coder++) {
            if (ratings.has(unit, coder)) {
                double value = ratings.of(unit, coder);
                sum += value;
                squares += value * value;
                into.add(VarianceComponents.CODERS + 2 * coder, 1);
                into.add(VarianceComponents.CODERS + 2 * coder + 1, value);
            }
        }
        into.add(VarianceComponents.UNITS, 1);
        into.add(VarianceComponents.CODES, given);
        into.add(VarianceComponents.SUM, sum);
        into.add(VarianceComponents.SQUARES, squares);
        into.add(VarianceComponents.UNIT_SQUARES, sum * sum / given);
        into.add(VarianceComponents.CODES_SQUARED, (double) given * given);
    }

    @Override
    public Figure figure(double[] sums) {
        if (!ratings.flaw().isEmpty()) {
            return Figure.undefined(ratings.flaw());
        }
        if (sums[VarianceComponents.UNITS] < 1.5) {
            return Figure.undefined("only one unit is left, and this compares units");
        }
        var found = VarianceComponents.of(sums);
        double whole = found.units() + found.rest() + (kind == Kind.AGREEMENT ? found.coders() : 0);
        return whole > 1e-12
                ? Figure.of(found.units() / whole).cut(-1, 1)
                : Figure.undefined("the codes overlap too little to tell what varies between units from what varies"
                        + " between coders");
    }

    @Override
    public double fall(double[] sums) {
        return Ratings.fall(
                sums[VarianceComponents.CODES], sums[VarianceComponents.SUM], sums[VarianceComponents.SQUARES]);
    }

    /** With limits from F where no cell is missing, else with those of the jackknife, which are about these coders. */
    public Figure analytic() {
        var total = total();
        var figure = figure(total);
        if (figure.number().isEmpty() || !ratings.complete()) {
            return jackknife();
        }
        var limits = MeanSquares.of(total).limits(kind, figure.number().getAsDouble());
        return limits.filter(found -> !Hidden.isPoint(found))
                .map(figure::within)
                .orElseGet(this::jackknife);
    }

    private Figure jackknife() {
        var found = Jackknife.figure(this);
        return ratings.complete()
                ? found
                : found.called("variance components with missing cells (Henderson 1953), jackknife over units for these"
                        + " coders, t");
    }
}
