package codeframe.clip;

import java.util.Arrays;

/**
 * Pillow's resampling of 8-bit images (src/libImaging/Resample.c, Pillow 9.4): weights in whole numbers of 22 bits, a
 * pass along the rows into bytes and then one along the columns. Only the middle that the crop keeps is computed.
 */
final class Resample {
    private static final int BITS = 22;
    private static final int HALF = 1 << (BITS - 1);

    /** For each output position: the first input position and the weights from there on. */
    @SuppressWarnings("ArrayRecordComponent") // made once per image, never compared
    record Axis(int[] first, int[][] weights) {
        int length() {
            return first.length;
        }
    }

    private Resample() {}

    /** As many positions as the crop keeps; all of them where it is wider. */
    static Axis axis(Filter filter, int in, int out, int crop) {
        int kept = Math.min(out, crop);
        // torchvision's centre crop rounds half to even, as Python does
        int offset = (int) Math.rint((out - kept) / 2.0);
        return filter == Filter.NEAREST ? nearest(in, out, offset, kept) : weighted(filter, in, out, offset, kept);
    }

    private static Axis weighted(Filter filter, int in, int out, int offset, int kept) {
        double scale = (double) in / out;
        double widened = Math.max(scale, 1);
        double support = filter.support * widened;
        var axis = new Axis(new int[kept], new int[kept][]);
        for (int i = 0; i < kept; i++) {
            double centre = (offset + i + 0.5) * scale;
            int from = Math.max(0, (int) (centre - support + 0.5));
            int to = Math.min(in, (int) (centre + support + 0.5));
            axis.first[i] = from;
            axis.weights[i] = weights(filter, from, to, centre, widened);
        }
        return axis;
    }

    /** Pillow adds the step up instead of multiplying it (src/libImaging/Geometry.c), which decides at the borders. */
    private static Axis nearest(int in, int out, int offset, int kept) {
        var axis = new Axis(new int[kept], new int[kept][]);
        double step = (double) in / out;
        double at = step * 0.5;
        for (int i = 0; i < offset + kept; i++) {
            if (i >= offset) {
                axis.first[i - offset] = Math.min(in - 1, (int) at);
                axis.weights[i - offset] = new int[] {1 << BITS};
            }
            at += step;
        }
        return axis;
    }

    private static int[] weights(Filter filter, int from, int to, double centre, double widened) {
        var exact = new double[to - from];
        double sum = 0;
        for (int x = 0; x < exact.length; x++) {
            exact[x] = filter.weight((x + from - centre + 0.5) * (1 / widened));
            sum += exact[x];
        }
        var whole = new int[exact.length];
        for (int x = 0; x < whole.length; x++) {
            double weight = sum == 0 ? exact[x] : exact[x] / sum;
            whole[x] = (int) (weight * (1 << BITS) + (weight < 0 ? -0.5 : 0.5));
        }
        return whole;
    }

    static byte[] resize(Pixels image, Axis columns, Axis rows) {
        int width = columns.first.length;
        int last = rows.first.length - 1;
        int top = rows.first[0];
        int bottom = rows.first[last] + rows.weights[last].length;
        var narrow = new byte[3 * width * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            alongRow(image.bgr(), 3 * y * image.width(), columns, narrow, 3 * width * (y - top));
        }
        var out = new byte[3 * width * rows.first.length];
        for (int y = 0; y < rows.first.length; y++) {
            alongColumns(narrow, 3 * width, rows.first[y] - top, rows.weights[y], out, 3 * width * y);
        }
        return out;
    }

    private static void alongRow(byte[] in, int row, Axis columns, byte[] out, int start) {
        int at = start;
        for (int i = 0; i < columns.first.length; i++) {
            int[] weights = columns.weights[i];
            int first = HALF;
            int second = HALF;
            int third = HALF;
            int from = row + 3 * columns.first[i];
            for (int weight : weights) {
                first += weight * (in[from] & 0xff);
                second += weight * (in[from + 1] & 0xff);
                third += weight * (in[from + 2] & 0xff);
                from += 3;
            }
            out[at++] = clipped(first);
            out[at++] = clipped(second);
            out[at++] = clipped(third);
        }
    }

    private static void alongColumns(byte[] in, int stride, int top, int[] weights, byte[] out, int start) {
        var sums = new int[stride];
        Arrays.fill(sums, HALF);
        for (int k = 0; k < weights.length; k++) {
            int weight = weights[k];
            int row = (top + k) * stride;
            for (int x = 0; x < stride; x++) {
                sums[x] += weight * (in[row + x] & 0xff);
            }
        }
        for (int x = 0; x < stride; x++) {
            out[start + x] = clipped(sums[x]);
        }
    }

    private static byte clipped(int sum) {
        int value = sum >> BITS;
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
