package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The infinitesimal jackknife (Efron and Tibshirani 1993, eq. 21.11 to 21.16): U_u = ∇T · (n f_u − Σ f), from a numerical
 * gradient, so that a million units cost one pass and not a million evaluations. The step is relative to what a unit
 * adds, so that it fits sums of any scale.
 */
final class Influence {
    private static final double STEP = 1e-4;

    private Influence() {}

    static Jackknife of(UnitSums coefficient) {
        return of(coefficient, 1);
    }

    /** Every so-manyth unit alone, scaled to all: enough for the acceleration of large samples. */
    static Jackknife of(UnitSums coefficient, int every) {
        var total = coefficient.total();
        var slope = slope(coefficient, total);
        var moments = new Moments();
        var contribution = new Contribution();
        for (int unit = 0; unit < coefficient.units(); unit += every) {
            contribution.clear();
            coefficient.contribute(unit, contribution);
            if (contribution.size() > 0) {
                moments.add(contribution.dot(slope));
            }
        }
        return moments.jackknife(every);
    }

    static double[] slope(UnitSums coefficient, double[] total) {
        var slope = new double[total.length];
        var moved = total.clone();
        double ofUnit = ofUnit(total, coefficient.units());
        for (int i = 0; i < total.length; i++) {
            double step = STEP * Math.max(ofUnit, Math.abs(total[i]));
            moved[i] = total[i] + step;
            double above = at(coefficient, moved, total);
            moved[i] = total[i] - step;
            slope[i] = (above - at(coefficient, moved, total)) / (2 * step);
            moved[i] = total[i];
        }
        return slope;
    }

    /** What a unit adds to the largest sum; sums of nothing have no scale. */
    private static double ofUnit(double[] total, int units) {
        double most = Arrays.stream(total).map(Math::abs).max().orElse(0);
        return most > 0 ? most / units : 1;
    }

    private static double at(UnitSums coefficient, double[] moved, double[] total) {
        return coefficient
                .figure(moved)
                .number()
                .orElseGet(() -> coefficient.figure(total).number().orElse(0));
    }

    /** Mean, variance and third moment of the scores ∇T · f_u. */
    private static final class Moments {
        private double n;
        private double sum;
        private double squares;
        private double cubes;

        void add(double score) {
            n++;
            sum += score;
            squares += score * score;
            cubes += score * score * score;
        }

        Jackknife jackknife(int every) {
            double mean = sum / n;
            double second = Math.max(0, squares - n * mean * mean);
            double third = cubes - 3 * mean * squares + 2 * n * mean * mean * mean;
            double all = n * every;
            var se = n >= 2 ? OptionalDouble.of(Math.sqrt(second * every)) : OptionalDouble.empty();
            double acceleration = second > 0 ? third / (6 * Math.pow(second, 1.5) * Math.sqrt(every)) : 0;
            return new Jackknife(se, acceleration, Math.round(all));
        }
    }
}
