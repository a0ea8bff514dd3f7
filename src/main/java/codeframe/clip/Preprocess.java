package codeframe.clip;

/**
 * From an image to the model's input exactly as OpenAI's code does it with Pillow: the shorter side resized by
 * bicubic interpolation, the middle cut out, each channel normalised. Every other library tried differs by up to 255
 * grey levels, and the vectors with it.
 */
final class Preprocess {
    private final int size;
    private final int crop;
    private final float[][] normalised;

    Preprocess(ClipConfig.Pixel pixel) {
        size = pixel.size();
        crop = pixel.crop();
        normalised = new float[3][256];
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                float unit = value / 255f;
                float mean = pixel.mean().get(channel).floatValue();
                normalised[channel][value] =
                        (unit - mean) / pixel.deviation().get(channel).floatValue();
            }
        }
    }

    /** Red, then green, then blue, each row by row. */
    float[] input(Pixels image) {
        byte[] bgr = square(image);
        int area = crop * crop;
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
        int shorter = Math.min(image.width(), image.height());
        var columns = Bicubic.axis(image.width(), resized(image.width(), shorter), crop);
        var rows = Bicubic.axis(image.height(), resized(image.height(), shorter), crop);
        return Bicubic.resize(image, columns, rows);
    }

    /** Torchvision cuts the longer side's length down to a whole number. */
    private int resized(int length, int shorter) {
        return length == shorter ? size : (int) ((double) ((long) size * length) / shorter);
    }
}
