package codeframe.agreement;

/**
 * Cohen's κ of two coders over the units that both coded (Cohen 1960, p. 40; weighted: Cohen 1968, p. 215). The sums
 * are the joint table, row by row.
 */
public final class CohenKappa implements UnitSums {
    private static final String METHOD = "asymptotic (Fleiss, Cohen and Everitt 1969)";

    private final Codes codes;
    private final int first;
    private final int second;
    private final Weights weights;
    private final int q;

    public CohenKappa(Codes codes, int first, int second, Weights weights) {
        this.codes = codes;
        this.first = first;
        this.second = second;
        this.weights = weights;
        this.q = codes.categories();
    }

    @Override
    public int units() {
        return codes.units();
    }

    @Override
    public int length() {
        return q * q;
    }

    @Override
    public void contribute(int unit, Contribution into) {
        contribute(unit, into, 0);
    }

    /** Into sums where this table starts further on. */
    void contribute(int unit, Contribution into, int from) {
        int row = codes.code(unit, first);
        int column = codes.code(unit, second);
        if (row != Codes.MISSING && column != Codes.MISSING) {
            into.add(from + row * q + column, 1);
        }
    }

    @Override
    public Figure figure(double[] sums) {
        var table = new JointTable(sums, q, weights);
        if (table.n() < 0.5) {
            return Figure.undefined("the two coders share no unit");
        }
        if (!(1 - table.expected() > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        return Figure.of((table.agreement() - table.expected()) / (1 - table.expected()));
    }

    /** With the large-sample variance of Fleiss, Cohen and Everitt (1969, eq. 13) and normal limits. */
    public Figure asymptotic() {
        return asymptotic(total(), q, weights);
    }

    static Figure asymptotic(double[] counts, int q, Weights weights) {
        var table = new JointTable(counts, q, weights);
        if (table.n() < 0.5) {
            return Figure.undefined("the two coders share no unit");
        }
        if (!(1 - table.expected() > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        double kappa = (table.agreement() - table.expected()) / (1 - table.expected());
        double se = Math.sqrt(Math.max(0, table.variance(kappa)));
        return Figure.of(kappa).within(se, Interval.normal(kappa, se, METHOD));
    }
}
