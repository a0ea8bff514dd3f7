package codeframe.clip;

/**
 * From an image to the model's input exactly as OpenAI's code does it with Pillow: resized, the middle cut out, each
 * channel normalised, all as the model's files say. Every other library tried differs by up to 255 grey levels, and
 * the vectors with it.
 */
final class Preprocess {
    private final Pixel pixel;
    private final float[][] normalised;

    Preprocess(Pixel pixel) {
        this.pixel = pixel;
        normalised = new float[3][256];
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                float unit = pixel.factor() == Pixel.FACTOR ? value / 255f : (float) (value * pixel.factor());
                float mean = pixel.mean().get(channel).floatValue();
                normalised[channel][value] =
                        (unit - mean) / pixel.deviation().get(channel).floatValue();
            }
        }
    }

    /** Red, then green, then blue, each row by row. */
    float[] input(Pixels image) {
        byte[] bgr = square(image);
        int area = pixel.crop() * pixel.crop();
        var input = new float[3 * area];
        for (int i = 0; i < area; i++) {
            input[i] = normalised[0][bgr[3 * i + 2] & 0xff];
            input[area + i] = normalised[1][bgr[3 * i + 1] & 0xff];
            input[2 * area + i] = normalised[2][bgr[3 * i] & 0xff];
        }
        return input;
    }

    /** The cut-out square, in the order of bytes that the image has. */
    byte[] square(Pixels image) {
        var size = pixel.resizing().of(image.width(), image.height());
        var columns = Resample.axis(pixel.filter(), image.width(), size.width(), pixel.crop());
        var rows = Resample.axis(pixel.filter(), image.height(), size.height(), pixel.crop());
        var middle = Resample.resize(image, columns, rows);
        boolean whole = columns.length() == pixel.crop() && rows.length() == pixel.crop();
        return whole ? middle : framed(middle, columns.length(), rows.length());
    }

    /** In the middle of a square of the fill colour; an odd pixel more lies to the right and below. */
    private byte[] framed(byte[] middle, int width, int height) {
        int side = pixel.crop();
        var square = new byte[3 * side * side];
        for (int i = 0; i < square.length; i++) {
            square[i] = (byte) pixel.fill().get(2 - i % 3).intValue();
        }
        int left = (side - width) / 2;
        int top = (side - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(middle, 3 * y * width, square, 3 * ((top + y) * side + left), 3 * width);
        }
        return square;
    }
}
