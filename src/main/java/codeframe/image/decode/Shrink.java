package codeframe.image.decode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** Makes a picture smaller without aliasing: a triangle filter as wide as the reduction, first across, then down. */
final class Shrink {
    private static final int ONE = 1 << 16;

    private Shrink() {}

    /** The picture with its longer edge at most so long; a smaller picture stays as it is. */
    static BufferedImage toLongestEdge(BufferedImage image, int longest) {
        int edge = Math.max(image.getWidth(), image.getHeight());
        return edge <= longest
                ? image
                : resize(image, scaled(image.getWidth(), longest, edge), scaled(image.getHeight(), longest, edge));
    }

    private static int scaled(int length, int longest, int edge) {
        return Math.max(1, Math.round((float) length * longest / edge));
    }

    private static BufferedImage resize(BufferedImage image, int width, int height) {
        byte[] narrow = across(pixels(image), image.getWidth(), image.getHeight(), width);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        down(narrow, width * 3, image.getHeight(), pixels(small), height);
        return small;
    }

    private static byte[] pixels(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static byte[] across(byte[] in, int oldWidth, int rows, int width) {
        var taps = Taps.of(oldWidth, width);
        byte[] out = new byte[rows * width * 3];
        for (int y = 0, o = 0; y < rows; y++) {
            for (Taps tap : taps) {
                int at = (y * oldWidth + tap.first()) * 3;
                int blue = ONE / 2;
                int green = ONE / 2;
                int red = ONE / 2;
                for (int weight : tap.weights()) {
                    blue += weight * (in[at++] & 0xff);
                    green += weight * (in[at++] & 0xff);
                    red += weight * (in[at++] & 0xff);
                }
                out[o++] = (byte) (blue >> 16);
                out[o++] = (byte) (green >> 16);
                out[o++] = (byte) (red >> 16);
            }
        }
        return out;
    }

    // Row by row over a line of sums, so that memory is read in order.
    private static void down(byte[] in, int stride, int oldHeight, byte[] out, int height) {
        int[] sums = new int[stride];
        int o = 0;
        for (Taps tap : Taps.of(oldHeight, height)) {
            Arrays.fill(sums, ONE / 2);
            int at = tap.first() * stride;
            for (int weight : tap.weights()) {
                for (int x = 0; x < stride; x++) {
                    sums[x] += weight * (in[at++] & 0xff);
                }
            }
            for (int x = 0; x < stride; x++) {
                out[o++] = (byte) (sums[x] >> 16);
            }
        }
    }

    /** The old pixels that make one new pixel, with weights that sum to {@link #ONE}. */
    private record Taps(int first, int[] weights) {

        static Taps[] of(int oldLength, int length) {
            var taps = new Taps[length];
            for (int i = 0; i < length; i++) {
                taps[i] = of(i, oldLength, (double) oldLength / length);
            }
            return taps;
        }

        private static Taps of(int index, int oldLength, double scale) {
            double centre = (index + 0.5) * scale;
            int first = Math.max(0, (int) Math.floor(centre - scale));
            int last = Math.min(oldLength, (int) Math.ceil(centre + scale));
            double[] shares = new double[last - first];
            double total = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / scale);
                total += shares[i];
            }
            return new Taps(first, rounded(shares, total));
        }

        private static int[] rounded(double[] shares, double total) {
            int[] weights = new int[shares.length];
            int left = ONE;
            int largest = 0;
            for (int i = 0; i < shares.length; i++) {
                weights[i] = (int) Math.round(shares[i] / total * ONE);
                left -= weights[i];
                largest = weights[i] > weights[largest] ? i : largest;
            }
            weights[largest] += left;
            return weights;
        }
    }
}
