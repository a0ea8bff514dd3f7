package codeframe.clip;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** An image as rows of red, green and blue bytes, with the values it was stored with. */
@SuppressWarnings("ArrayRecordComponent") // 30 MB of bytes that nobody compares
public record Pixels(int width, int height, byte[] rgb) {
    /** Alpha is left out without blending and grey is copied to three channels, as Pillow's convert("RGB") does. */
    public static Pixels of(BufferedImage image) {
        var pixels =
                new Pixels(image.getWidth(), image.getHeight(), new byte[3 * image.getWidth() * image.getHeight()]);
        var raster = image.getRaster();
        for (int y = 0; y < pixels.height; y++) {
            if (image.getColorModel() instanceof IndexColorModel palette) {
                pixels.paletteRow(raster, y, palette);
            } else if (isPlain(image)) {
                pixels.row(raster, y, image.getColorModel().getComponentSize(0));
            } else {
                pixels.convertedRow(image, y);
            }
        }
        return pixels;
    }

    /** Grey must be read as it is stored: the JDK's own conversion to RGB applies a gamma curve. */
    private static boolean isPlain(BufferedImage image) {
        int type = image.getColorModel().getColorSpace().getType();
        int transfer = image.getRaster().getTransferType();
        return (type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY)
                && !image.isAlphaPremultiplied()
                && (transfer == DataBuffer.TYPE_BYTE
                        || transfer == DataBuffer.TYPE_USHORT
                        || transfer == DataBuffer.TYPE_INT);
    }

    private void row(Raster raster, int y, int bits) {
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, (int[]) null);
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        int at = 3 * y * width;
        for (int x = 0; x < width; x++) {
            rgb[at++] = eightBits(samples[x * bands], bits);
            rgb[at++] = eightBits(samples[x * bands + green], bits);
            rgb[at++] = eightBits(samples[x * bands + blue], bits);
        }
    }

    private static byte eightBits(int sample, int bits) {
        return (byte) (bits == 8 ? sample : Math.round(sample * 255.0 / ((1 << bits) - 1)));
    }

    private void paletteRow(Raster raster, int y, IndexColorModel palette) {
        int[] indices = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, (int[]) null);
        int at = 3 * y * width;
        for (int x = 0; x < width; x++) {
            rgb[at++] = (byte) palette.getRed(indices[x]);
            rgb[at++] = (byte) palette.getGreen(indices[x]);
            rgb[at++] = (byte) palette.getBlue(indices[x]);
        }
    }

    private void convertedRow(BufferedImage image, int y) {
        int at = 3 * y * width;
        for (int color : image.getRGB(0, y, width, 1, null, 0, width)) {
            rgb[at++] = (byte) (color >> 16);
            rgb[at++] = (byte) (color >> 8);
            rgb[at++] = (byte) color;
        }
    }
}
