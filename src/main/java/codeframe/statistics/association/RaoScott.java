package codeframe.statistics.association;

import codeframe.statistics.agreement.Inverse;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/** What weights, strata and clusters do to the χ² of a table (Rao and Scott 1984; the F of Thomas and Rao 1987, as R's survey has it). */
public final class RaoScott {
    /** Design effects are about 1: what is so much smaller are the errors of sums. */
    private static final double NOTHING = 1e-9;

    private final Crosstab table;
    private final DesignParts parts;

    /** @param sizes how many units of the frame each stratum has, infinite where that is not known */
    public RaoScott(Crosstab table, double... sizes) {
        this.table = table;
        this.parts = new DesignParts(table.units(), sizes);
    }

    /** F, its degrees of freedom, and the mean design effect of the table's contrasts. */
    public record Corrected(Crosstab.Test test, double effect) {}

    /**
     * X²/tr Δ against F with tr²Δ/trΔ² and as many times PSUs − strata degrees of freedom; nothing where fewer than two units
     * of the design, or cells without any unit, leave Δ unknown.
     */
    public Optional<Corrected> test() {
        double units = parts.freedom();
        return units < 1
                ? Optional.empty()
                : effects().map(delta -> {
                    double trace = trace(delta);
                    double freedom = trace * trace / trace(times(delta, delta));
                    double statistic = table.pearson().statistic() / trace;
                    double p = FDistribution.of(freedom, freedom * units).survivalProbability(statistic);
                    return new Corrected(
                            new Crosstab.Test(statistic, freedom, freedom * units, p), trace / table.freedom());
                });
    }

    /** Δ = (Cᵀ D⁻¹ C/n)⁻¹ Cᵀ D⁻¹ V D⁻¹ C, C being contrasts of the interaction and D the shares of the cells. */
    private Optional<double[][]> effects() {
        var contrasts = contrasts();
        int k = contrasts.length;
        var simple = new double[k][k];
        var found = new double[k][k];
        var covariance = parts.covariance(this::scores, table.rows() * table.columns());
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                for (int x = 0; x < covariance.length; x++) {
                    simple[a][b] += contrasts[a][x] * contrasts[b][x] * inverse(x) / table.n();
                    for (int y = 0; y < covariance.length; y++) {
                        found[a][b] += contrasts[a][x] * inverse(x) * covariance[x][y] * inverse(y) * contrasts[b][y];
                    }
                }
            }
        }
        return Inverse.of(simple, 1e-14)
                .map(back -> times(back, found))
                .filter(delta -> trace(delta) > NOTHING * table.freedom());
    }

    private double inverse(int cell) {
        double share = table.share(cell / table.columns(), cell % table.columns());
        return share == 0 ? 0 : 1 / share;
    }

    /** Of every row but the last with the last, times the same of columns. */
    private double[][] contrasts() {
        int r = table.rows();
        int c = table.columns();
        var contrasts = new double[(r - 1) * (c - 1)][r * c];
        for (int i = 0; i < r - 1; i++) {
            for (int j = 0; j < c - 1; j++) {
                var one = contrasts[i * (c - 1) + j];
                one[i * c + j] = 1;
                one[i * c + c - 1] = -1;
                one[(r - 1) * c + j] = -1;
                one[(r - 1) * c + c - 1] = 1;
            }
        }
        return contrasts;
    }

    /** w (x − p)/Σw of every cell. */
    private double[] scores(TableUnit unit) {
        var scores = new double[table.rows() * table.columns()];
        for (int cell = 0; cell < scores.length; cell++) {
            int row = cell / table.columns();
            int column = cell % table.columns();
            double in = unit.row() == row && unit.column() == column ? 1 : 0;
            scores[cell] = unit.weight() * (in - table.share(row, column)) / parts.weight();
        }
        return scores;
    }

    /** (O − E) over its standard error under the design, by linearisation. */
    public double residual(int row, int column) {
        double ofRow = table.row(row);
        double ofColumn = table.column(column);
        double from = table.share(row, column) - ofRow * ofColumn;
        double variance = parts.covariance(
                        unit -> new double[] {
                            unit.weight()
                                            * ((unit.row() == row ? 1 : 0) - ofRow)
                                            * ((unit.column() == column ? 1 : 0) - ofColumn)
                                            / parts.weight()
                                    - unit.weight() * from / parts.weight()
                        },
                        1)[0][0];
        return variance > NOTHING * from * from / table.n() ? from / Math.sqrt(variance) : 0;
    }

    private static double trace(double[]... matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }

    private static double[][] times(double[][] left, double[]... right) {
        var product = new double[left.length][right[0].length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right[0].length; j++) {
                for (int k = 0; k < right.length; k++) {
                    product[i][j] += left[i][k] * right[k][j];
                }
            }
        }
        return product;
    }
}
