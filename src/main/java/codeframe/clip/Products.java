package codeframe.clip;

/** Scalar products of many image vectors with a few rows, in an order of loops that the compiler turns into SIMD. */
final class Products {
    private Products() {}

    /** For each row its products with the images from {@code from} to {@code to}. */
    static float[][] of(float[][] images, int from, int to, float[][] rows) {
        int count = to - from;
        int dimensions = rows[0].length;
        var columns = columns(images, from, count, dimensions);
        var products = new float[rows.length][count];
        for (int d = 0; d + 3 < dimensions; d += 4) {
            for (int row = 0; row < rows.length; row++) {
                add(products[row], columns, d, rows[row]);
            }
        }
        for (int d = dimensions - dimensions % 4; d < dimensions; d++) {
            for (int row = 0; row < rows.length; row++) {
                addOne(products[row], columns[d], rows[row][d]);
            }
        }
        return products;
    }

    private static float[][] columns(float[][] images, int from, int count, int dimensions) {
        var columns = new float[dimensions][count];
        for (int i = 0; i < count; i++) {
            float[] image = images[from + i];
            for (int d = 0; d < dimensions; d++) {
                columns[d][i] = image[d];
            }
        }
        return columns;
    }

    /** Four dimensions at a time, so that the sums are read and written a quarter as often. */
    private static void add(float[] sums, float[][] columns, int d, float[] row) {
        add(
                sums,
                columns[d],
                columns[d + 1],
                columns[d + 2],
                columns[d + 3],
                row[d],
                row[d + 1],
                row[d + 2],
                row[d + 3]);
    }

    private static void add(
            float[] sums, float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void addOne(float[] sums, float[] column, float weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * column[i];
        }
    }
}
