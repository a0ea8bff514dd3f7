package codeframe.statistics.association;

import codeframe.statistics.agreement.Interval;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Two variables of the same units, each with two values or more that occur. */
public final class Crosstab {
    private final int rows;
    private final int columns;
    private final List<TableUnit> units;
    private final double[][] shares;
    private final double n;

    public Crosstab(int rows, int columns, List<TableUnit> units) {
        this.rows = rows;
        this.columns = columns;
        this.units = List.copyOf(units);
        this.n = units.stream().mapToLong(TableUnit::n).sum();
        this.shares = new double[rows][columns];
        double all =
                units.stream().mapToDouble(unit -> unit.n() * unit.weight()).sum();
        units.forEach(unit -> shares[unit.row()][unit.column()] += unit.n() * unit.weight() / all);
    }

    /** A test of independence: its statistic, degrees of freedom (of an F two of them), and p. */
    public record Test(double statistic, double freedom, double ofError, double p) {
        /** Whether it is an F. */
        public boolean corrected() {
            return Double.isFinite(ofError);
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    List<TableUnit> units() {
        return units;
    }

    public double n() {
        return n;
    }

    /** The weighted share of a cell among all units. */
    public double share(int row, int column) {
        return shares[row][column];
    }

    public double row(int row) {
        return Arrays.stream(shares[row]).sum();
    }

    public double column(int column) {
        return Arrays.stream(shares).mapToDouble(row -> row[column]).sum();
    }

    public double freedom() {
        return (rows - 1.0) * (columns - 1.0);
    }

    /** Σ (O − E)²/E of the shares, times n (Pearson 1900), without a correction for continuity. */
    public Test pearson() {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double expected = row(i) * column(j);
                sum += (shares[i][j] - expected) * (shares[i][j] - expected) / expected;
            }
        }
        double statistic = n * sum;
        return new Test(
                statistic,
                freedom(),
                Double.POSITIVE_INFINITY,
                ChiSquaredDistribution.of(freedom()).survivalProbability(statistic));
    }

    /** What share of the cells has fewer than five units where nothing goes with anything. */
    public double sparse() {
        long few = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                few += n * row(i) * column(j) < 5 ? 1 : 0;
            }
        }
        return few / (double) (rows * columns);
    }

    /** (O − E)/√(E (1 − row) (1 − column)): about standard normal where nothing goes with anything (Haberman 1973). */
    public double residual(int row, int column) {
        double expected = row(row) * column(column);
        return Math.sqrt(n)
                * (shares[row][column] - expected)
                / Math.sqrt(expected * (1 - row(row)) * (1 - column(column)));
    }

    /** √(χ²/(n (min(rows, columns) − 1))) (Cramér 1946). */
    public double cramersV() {
        return Math.sqrt(pearson().statistic() / scale());
    }

    private double scale() {
        return n * (Math.min(rows, columns) - 1);
    }

    /**
     * Limits of V by those of the noncentrality of χ² (Smithson 2003, chapter 4), χ² having been divided by the design's
     * mean effect. The upper one is at least that of a χ² of its own mean, so that no association is never known exactly.
     *
     * @param effect by which the design makes χ² larger, 1 where units are simple and independent
     */
    public Interval limits(double effect) {
        double found = pearson().statistic() / effect;
        double low = NoncentralChiSquared.noncentrality(found, freedom(), 0.975);
        double high = NoncentralChiSquared.noncentrality(Math.max(found, freedom()), freedom(), 0.025);
        double value = cramersV();
        return new Interval(
                Math.min(value, Math.sqrt(low * effect / scale())),
                Math.min(1, Math.max(value, Math.sqrt(high * effect / scale()))),
                "noncentral chi-squared");
    }
}
