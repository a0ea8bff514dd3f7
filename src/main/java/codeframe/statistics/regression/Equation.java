package codeframe.statistics.regression;

import codeframe.statistics.agreement.Inverse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The estimating equation Σ_u score_u(β) = 0, solved by Newton's method with steps halved as long as they lead away (van
 * der Vaart 1998, ch. 5). Columns are scaled to a mean square of one, so that days and shares may stand side by side.
 */
final class Equation {
    static final String COLLINEAR =
            "some covariate can be computed from the others, or does not vary, so their coefficients cannot be told apart";
    static final String SEPARATED =
            "the covariates tell the outcomes apart without an error, so a logistic coefficient" + " would have no end";
    static final String NO_END = "no coefficients satisfy the equations";
    private static final double SINGULAR = 1e-10;
    private static final double SOLVED = 1e-13;
    /** What rounding may leave of a sum of many units; less than {@link #SINGULAR}, so that separation shows first. */
    private static final double ROUNDED = 1e-11;

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 30;

    private final List<Score> scores;
    private final Link link;
    private final double[] scale;
    private final double total;

    Equation(List<Score> scores, Link link) {
        this.scores = scores;
        this.link = link;
        this.scale = new double[scores.get(0).terms().get(0).at().x().length];
        double weights = 0;
        for (var score : scores) {
            for (var term : score.terms()) {
                weights += Math.abs(term.weight());
                for (int k = 0; k < scale.length; k++) {
                    scale[k] += Math.abs(term.weight())
                            * term.at().x()[k]
                            * term.at().x()[k];
                }
            }
        }
        this.total = weights;
        for (int k = 0; k < scale.length; k++) {
            scale[k] = Math.sqrt(scale[k] / total);
        }
    }

    /** β with J⁻¹, or the reason why there is none. */
    record Solution(double[] beta, double[][] inverse, String undefined) {
        static Solution undefined(String reason) {
            return new Solution(new double[0], new double[0][], reason);
        }

        Solution timesPlus(double times, Solution other) {
            return new Solution(moved(other.beta, beta, times), inverse, "");
        }

        boolean found() {
            return undefined.isEmpty();
        }
    }

    Solution solve() {
        var beta = new double[scale.length];
        for (int step = 0; step < MOST_STEPS; step++) {
            var inverse = inverse(beta);
            if (inverse.isEmpty()) {
                return Solution.undefined(step == 0 ? COLLINEAR : SEPARATED);
            }
            var sum = sum(beta);
            double size = size(sum);
            var next = size < SOLVED ? beta : stepped(beta, times(inverse.get(), sum), size);
            if (next == beta) {
                return size < ROUNDED ? new Solution(beta, inverse.get(), "") : Solution.undefined(NO_END);
            }
            beta = next;
        }
        return Solution.undefined(NO_END);
    }

    /** The same β where no part of the step leads nearer. */
    private double[] stepped(double[] beta, double[] step, double size) {
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            var next = moved(beta, step, part);
            if (size(sum(next)) < size) {
                return next;
            }
            part /= 2;
        }
        return beta;
    }

    private static double[] moved(double[] beta, double[] step, double part) {
        return IntStream.range(0, beta.length)
                .mapToDouble(k -> beta[k] + part * step[k])
                .toArray();
    }

    private double[] sum(double... beta) {
        var sum = new double[scale.length];
        scores.forEach(score -> score.addTo(sum, link, beta));
        return sum;
    }

    /** The largest component, against what one unit could add to it. */
    private double size(double... sum) {
        return IntStream.range(0, sum.length)
                .mapToDouble(k -> Math.abs(sum[k]) / (total * scale[k]))
                .max()
                .orElseThrow();
    }

    /** J⁻¹, by way of the scaled matrix, in which a column that says nothing new shows as a small pivot. */
    Optional<double[][]> inverse(double... beta) {
        int q = scale.length;
        var slope = new double[q][q];
        scores.forEach(score -> score.addSlopeTo(slope, link, beta));
        each(slope, (k, l) -> slope[k][l] / (total * scale[k] * scale[l]));
        return Inverse.of(slope, SINGULAR).map(inverse -> {
            each(inverse, (k, l) -> inverse[k][l] / (total * scale[k] * scale[l]));
            return inverse;
        });
    }

    private interface Cell {
        double at(int k, int l);
    }

    private static void each(double[][] matrix, Cell cell) {
        for (int k = 0; k < matrix.length; k++) {
            for (int l = 0; l < matrix.length; l++) {
                matrix[k][l] = cell.at(k, l);
            }
        }
    }

    static double[] times(double[][] matrix, double... vector) {
        return IntStream.range(0, vector.length)
                .mapToDouble(k -> IntStream.range(0, vector.length)
                        .mapToDouble(l -> matrix[k][l] * vector[l])
                        .sum())
                .toArray();
    }
}
