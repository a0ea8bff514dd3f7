package codeframe.statistics.agreement;

import java.util.List;

/** Sums, sums of products, and how many units touch each sum. */
final class SumMoments {
    private final int length;
    private final double[] sum;
    private final double[] products;
    private final int[] touched;
    private long units;

    private SumMoments(int length) {
        this.length = length;
        this.sum = new double[length];
        this.products = new double[length * length];
        this.touched = new int[length];
    }

    static SumMoments of(UnitSums coefficient, int block) {
        var moments = new SumMoments(coefficient.length());
        var contribution = new Contribution();
        for (int unit = coefficient.start(block); unit < coefficient.start(block + 1); unit++) {
            contribution.clear();
            coefficient.contribute(unit, contribution);
            if (contribution.size() > 0) {
                moments.add(contribution, 1);
            }
        }
        return moments;
    }

    /** A unit; or its removal, which leaves the counts of touches as they were found. */
    private void add(Contribution unit, int times) {
        units += times;
        for (int i = 0; i < unit.size(); i++) {
            int row = unit.index(i);
            double value = times * unit.value(i);
            sum[row] += value;
            touched[row] += Math.max(0, times);
            for (int j = 0; j <= i; j++) {
                int column = unit.index(j);
                products[row > column ? row * length + column : column * length + row] += value * unit.value(j);
            }
        }
    }

    SumMoments plus(SumMoments other) {
        var both = new SumMoments(length);
        both.units = units + other.units;
        for (int i = 0; i < length; i++) {
            both.sum[i] = sum[i] + other.sum[i];
            both.touched[i] = touched[i] + other.touched[i];
        }
        for (int i = 0; i < products.length; i++) {
            both.products[i] = products[i] + other.products[i];
        }
        return both;
    }

    private boolean rare(int i, int limit) {
        return touched[i] > 0 && touched[i] < limit;
    }

    boolean anyRare(int limit) {
        for (int i = 0; i < length; i++) {
            if (rare(i, limit)) {
                return true;
            }
        }
        return false;
    }

    /** Moves the units that touch a rare sum out of these moments and into the list. */
    void takeOutRare(UnitSums coefficient, int limit, List<Contribution> into) {
        var contribution = new Contribution();
        for (int unit = 0; unit < coefficient.units(); unit++) {
            contribution.clear();
            coefficient.contribute(unit, contribution);
            if (touchesRare(contribution, limit)) {
                add(contribution, -1);
                into.add(contribution.kept());
            }
        }
    }

    private boolean touchesRare(Contribution contribution, int limit) {
        for (int i = 0; i < contribution.size(); i++) {
            if (rare(contribution.index(i), limit)) {
                return true;
            }
        }
        return false;
    }

    long units() {
        return units;
    }

    double mean(int i) {
        return sum[i] / units;
    }

    /** Cholesky's root of the covariance of one unit, row by row. A sum that others determine has a 0 on the diagonal. */
    double[][] rootOfCovariance() {
        var root = new double[length][];
        for (int i = 0; i < length; i++) {
            double variance = covariance(i, i);
            var row = new double[i + 1];
            for (int j = 0; j < i; j++) {
                row[j] = root[j][j] == 0 ? 0 : (covariance(i, j) - dot(row, root[j], j)) / root[j][j];
            }
            double left = variance - dot(row, row, i);
            boolean varies = left > 1e-10 * Math.max(variance, 1e-12);
            row[i] = varies ? Math.sqrt(left) : 0;
            root[i] = row;
        }
        return root;
    }

    private double covariance(int i, int j) {
        return products[i * length + j] / units - mean(i) * mean(j);
    }

    private static double dot(double[] left, double[] right, int upTo) {
        double product = 0;
        for (int i = 0; i < upTo; i++) {
            product += left[i] * right[i];
        }
        return product;
    }
}
