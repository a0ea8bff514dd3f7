package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.Optional;

/** The inverse of a small matrix, by Gauss and Jordan with the largest pivot; none where the matrix has none. */
public final class Inverse {
    private Inverse() {}

    /** @param least a pivot not larger than this counts as 0 */
    public static Optional<double[][]> of(double[][] matrix, double least) {
        int q = matrix.length;
        var rows = new double[q][];
        for (int i = 0; i < q; i++) {
            rows[i] = Arrays.copyOf(matrix[i], 2 * q);
            rows[i][q + i] = 1;
        }
        for (int column = 0; column < q; column++) {
            if (!pivot(rows, column, least)) {
                return Optional.empty();
            }
            for (int i = 0; i < q; i++) {
                if (i != column) {
                    subtract(rows[i], rows[column], rows[i][column]);
                }
            }
        }
        return Optional.of(Arrays.stream(rows)
                .map(row -> Arrays.copyOfRange(row, q, 2 * q))
                .toArray(double[][]::new));
    }

    private static boolean pivot(double[][] rows, int column, double least) {
        int best = column;
        for (int i = column + 1; i < rows.length; i++) {
            best = Math.abs(rows[i][column]) > Math.abs(rows[best][column]) ? i : best;
        }
        var row = rows[best];
        rows[best] = rows[column];
        rows[column] = row;
        double pivot = row[column];
        for (int i = 0; i < row.length; i++) {
            row[i] /= pivot;
        }
        return Math.abs(pivot) > least;
    }

    private static void subtract(double[] from, double[] row, double times) {
        for (int i = 0; i < row.length; i++) {
            from[i] -= times * row[i];
        }
    }
}
