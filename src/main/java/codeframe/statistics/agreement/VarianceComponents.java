package codeframe.statistics.agreement;

import java.util.Arrays;

/**
 * What units, coders and the rest add to the variance of ratings, from sums of squares over the cells that are there
 * (Henderson 1953, method I). Where no cell is missing these are the mean squares of McGraw and Wong (1996, Table 2).
 */
record VarianceComponents(double units, double coders, double rest) {
    /** The sums of a set of ratings: what {@link #of} takes, before the number and the sum of every coder. */
    static final int UNITS = 0;

    static final int CODES = 1;
    static final int SUM = 2;
    static final int SQUARES = 3;
    static final int UNIT_SQUARES = 4;
    static final int CODES_SQUARED = 5;
    static final int CODERS = 6;

    /** Undetermined where units and coders cannot be told apart: no number at all. */
    private static final VarianceComponents NONE = new VarianceComponents(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Expected sums of squares are set equal to those found. With N codes of n units by k coders, m_u codes of a unit and
     * m_j of a coder: E[Σ y_u²/m_u] = N·unit + n·coder + n·rest, E[Σ y_j²/m_j] = k·unit + N·coder + k·rest, E[Σ y²] = N of
     * each, E[y²/N] = Σm_u²/N·unit + Σm_j²/N·coder + rest, each beside Nμ².
     */
    static VarianceComponents of(double[] sums) {
        double n = sums[UNITS];
        double all = sums[CODES];
        double coders = 0;
        double coderSquares = 0;
        double coderCodes = 0;
        for (int at = CODERS; at < sums.length; at += 2) {
            if (sums[at] > 0.5) {
                coders++;
                coderSquares += sums[at + 1] * sums[at + 1] / sums[at];
                coderCodes += sums[at] * sums[at] / all;
            }
        }
        double unitCodes = sums[CODES_SQUARED] / all;
        double mean = sums[SUM] * sums[SUM] / all;
        double[][] expected = {
            {all - unitCodes, n - coderCodes, n - 1},
            {coders - unitCodes, all - coderCodes, coders - 1},
            {unitCodes - coders, coderCodes - n, all - n - coders + 1}
        };
        double[] found = {
            sums[UNIT_SQUARES] - mean, coderSquares - mean, sums[SQUARES] - sums[UNIT_SQUARES] - coderSquares + mean
        };
        return solved(expected, found, all);
    }

    private static VarianceComponents solved(double[][] expected, double[] found, double scale) {
        return Inverse.of(expected, 1e-9 * scale)
                .map(inverse -> Arrays.stream(inverse)
                        .mapToDouble(row -> row[0] * found[0] + row[1] * found[1] + row[2] * found[2])
                        .toArray())
                .map(of -> new VarianceComponents(of[0], of[1], of[2]))
                .orElse(NONE);
    }
}
