package codeframe.testing;

import java.awt.image.BufferedImage;

/** A picture brought down to 16 x 16 mean colours: what is left when it has been shrunk and compressed on its way. */
record Fingerprint(double[] cells) {
    private static final int SIDE = 16;

    static Fingerprint of(BufferedImage image) {
        var sums = new double[SIDE * SIDE * 3];
        var counts = new int[SIDE * SIDE];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int cell = y * SIDE / image.getHeight() * SIDE + x * SIDE / image.getWidth();
                int rgb = image.getRGB(x, y);
                sums[3 * cell] += rgb >> 16 & 255;
                sums[3 * cell + 1] += rgb >> 8 & 255;
                sums[3 * cell + 2] += rgb & 255;
                counts[cell]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i / 3]);
        }
        return new Fingerprint(sums);
    }

    /** Root mean square over all cells, from 0 to 255. */
    double distance(Fingerprint other) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += (cells[i] - other.cells[i]) * (cells[i] - other.cells[i]);
        }
        return Math.sqrt(sum / cells.length);
    }
}
