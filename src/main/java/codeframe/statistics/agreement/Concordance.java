package codeframe.statistics.agreement;

import java.util.Optional;

/**
 * Lin's concordance correlation of two coders, ρ_c = 2s_xy/(s_x² + s_y² + (x̄ − ȳ)²) with the divisor n, and limits by
 * Fisher's z with Lin's variance (1989, as corrected in 2000).
 */
public final class Concordance implements UnitSums {
    private final Ratings ratings;

    /** @param values what each category is worth */
    public Concordance(Codes codes, double... values) {
        this.ratings = Ratings.of(codes, values);
        if (ratings.codes().coders() > 2) {
            throw new IllegalArgumentException("concordance is of two coders");
        }
    }

    @Override
    public int units() {
        return ratings.codes().units();
    }

    @Override
    public int length() {
        return 6;
    }

    @Override
    public void contribute(int unit, Contribution into) {
        if (ratings.flaw().isEmpty() && ratings.given(unit) == 2) {
            double x = ratings.of(unit, 0);
            double y = ratings.of(unit, 1);
            double[] added = {1, x, y, x * x, y * y, x * y};
            for (int i = 0; i < added.length; i++) {
                into.add(i, added[i]);
            }
        }
    }

    /** Means, variances and covariance of both coders. */
    private record Both(double n, double apart, double first, double second, double together) {
        static Both of(double[] sums) {
            double n = sums[0];
            double x = sums[1] / n;
            double y = sums[2] / n;
            return new Both(n, x - y, sums[3] / n - x * x, sums[4] / n - y * y, sums[5] / n - x * y);
        }

        double concordance() {
            return 2 * together / (first + second + apart * apart);
        }

        /** Of ρ_c itself; written without a quotient by ρ, so that ρ may be 0. */
        double variance() {
            double c = concordance();
            double bias = 2 * Math.sqrt(first * second) / (first + second + apart * apart);
            double rho = together / Math.sqrt(first * second);
            double shift = apart * apart / Math.sqrt(first * second);
            double inner = (1 - rho * rho) * bias * bias * (1 - c * c)
                    + 2 * c * c * bias * (1 - c) * shift
                    - c * c * bias * bias * shift * shift / 2;
            return inner / (n - 2);
        }
    }

    @Override
    public Figure figure(double[] sums) {
        if (!ratings.flaw().isEmpty()) {
            return Figure.undefined(ratings.flaw());
        }
        var both = Both.of(sums);
        return sums[0] > 1.5 && Math.min(both.first(), both.second()) > 1e-12
                ? Figure.of(both.concordance())
                : Figure.undefined("one coder gave the same number to every unit, so the two cannot vary together");
    }

    @Override
    public double fall(double[] sums) {
        return Ratings.fall(2 * sums[0], sums[1] + sums[2], sums[3] + sums[4]);
    }

    public Figure analytic() {
        var total = total();
        var figure = figure(total);
        return figure.number().isEmpty()
                ? figure
                : limits(Both.of(total)).map(figure::within).orElseGet(() -> Jackknife.figure(this));
    }

    private static Optional<Interval> limits(Both both) {
        double c = both.concordance();
        double z = Math.log((1 + c) / (1 - c)) / 2;
        double se = Math.sqrt(both.variance()) / (1 - c * c);
        if (both.n() < 3 || c > 1 - 1e-12 || !(se > 1e-6) || !Double.isFinite(z)) {
            return Optional.empty();
        }
        double half = Interval.normalQuantile(0.975) * se;
        return Optional.of(new Interval(Math.tanh(z - half), Math.tanh(z + half), "Fisher's z (Lin 1989, 2000)"));
    }
}
