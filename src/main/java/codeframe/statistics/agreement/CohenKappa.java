package codeframe.statistics.agreement;

/**
 * Cohen's κ of two coders over the units that both coded (Cohen 1960, p. 40; weighted: Cohen 1968, p. 215). The sums
 * are the units, their weighted agreement, and the margins of both coders: the joint table is never built, so that many
 * categories take no more memory than few.
 */
public final class CohenKappa implements UnitSums {
    private static final String METHOD = "asymptotic (Fleiss, Cohen and Everitt 1969)";

    private static final int N = 0;
    private static final int AGREEMENT = 1;
    private static final int MARGINS = 2;

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
        return MARGINS + 2 * q;
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
            into.add(from + N, 1);
            into.add(from + AGREEMENT, weights.of(row, column));
            into.add(from + MARGINS + row, 1);
            into.add(from + MARGINS + q + column, 1);
        }
    }

    @Override
    public Figure figure(double[] sums) {
        if (sums[N] < 0.5) {
            return Figure.undefined("the two coders share no unit");
        }
        double expected = expected(sums);
        if (!(1 - expected > 1e-12)) {
            return Figure.undefined("only one category was used");
        }
        return Figure.of((sums[AGREEMENT] / sums[N] - expected) / (1 - expected));
    }

    private double expected(double[] sums) {
        return weights.between(rows(sums), columns(sums));
    }

    /** The shares of the first coder's codes. */
    private double[] rows(double[] sums) {
        return shares(sums, MARGINS);
    }

    private double[] columns(double[] sums) {
        return shares(sums, MARGINS + q);
    }

    private double[] shares(double[] sums, int from) {
        var shares = new double[q];
        for (int k = 0; k < q; k++) {
            shares[k] = sums[from + k] / sums[N];
        }
        return shares;
    }

    /** With the large-sample variance of Fleiss, Cohen and Everitt (1969, eq. 13) and normal limits. */
    public Figure asymptotic() {
        var sums = total();
        var figure = figure(sums);
        if (figure.number().isEmpty()) {
            return figure;
        }
        double kappa = figure.number().getAsDouble();
        double se = Math.sqrt(Math.max(0, variance(sums, kappa)));
        return se > 1e-12
                ? figure.within(se, Interval.normal(kappa, se, METHOD).cut(-1, 1))
                : figure.within(Hidden.around(kappa, sums[N], fall(sums), -1));
    }

    @Override
    public double fall(double[] sums) {
        return weights.greatest(codes.of(first, second).uses()) / (1 - expected(sums));
    }

    /** Σ p_kl [w_kl − (w̄_k. + w̄_.l)(1 − κ)]² − [κ − p_e(1 − κ)]², over n(1 − p_e)² (Fleiss et al. 1969, eq. 13). */
    private double variance(double[] sums, double kappa) {
        var ofRow = weights.ofRows(columns(sums));
        var ofColumn = weights.ofColumns(rows(sums));
        double squares = 0;
        for (int unit = 0; unit < codes.units(); unit++) {
            int row = codes.code(unit, first);
            int column = codes.code(unit, second);
            if (row != Codes.MISSING && column != Codes.MISSING) {
                double term = weights.of(row, column) - (ofRow[row] + ofColumn[column]) * (1 - kappa);
                squares += term * term;
            }
        }
        double expected = expected(sums);
        double shift = kappa - expected * (1 - kappa);
        return (squares / sums[N] - shift * shift) / (sums[N] * (1 - expected) * (1 - expected));
    }
}
