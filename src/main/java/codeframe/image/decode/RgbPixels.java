package codeframe.image.decode;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * Brings every kind of decoded image to 8 bits of red, green and blue on white. Components are copied as they are:
 * Java's own conversion would put grey values through a gamma curve and colours through an embedded profile.
 */
final class RgbPixels {
    private RgbPixels() {}

    static BufferedImage of(BufferedImage decoded) {
        if (decoded.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return decoded;
        }
        var rgb = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        if (hasPlainComponents(decoded)) {
            copyComponents(decoded, rgb);
        } else {
            drawOnWhite(decoded, rgb);
        }
        return rgb;
    }

    private static boolean hasPlainComponents(BufferedImage image) {
        var model = image.getColorModel();
        int space = model.getColorSpace().getType();
        int type = image.getRaster().getTransferType();
        return model instanceof ComponentColorModel
                && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB)
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
                && !model.isAlphaPremultiplied();
    }

    private static void copyComponents(BufferedImage from, BufferedImage to) {
        Raster raster = from.getRaster();
        int bands = raster.getNumBands();
        int width = from.getWidth();
        int largest = (1 << from.getColorModel().getComponentSize(0)) - 1;
        byte[] target = ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
        int[] row = new int[width * bands];
        for (int y = 0, out = 0; y < from.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int in = 0; in < row.length; in += bands, out += 3) {
                copyPixel(row, in, bands, largest, target, out);
            }
        }
    }

    private static void copyPixel(int[] row, int in, int bands, int largest, byte[] target, int out) {
        boolean grey = bands < 3;
        int alpha = bands == 2 || bands == 4 ? row[in + bands - 1] : largest;
        for (int channel = 0; channel < 3; channel++) {
            int value = row[grey ? in : in + 2 - channel];
            target[out + channel] = (byte) toByte(value, alpha, largest);
        }
    }

    private static int toByte(int value, int alpha, int largest) {
        long onWhite = (long) value * alpha + (long) largest * (largest - alpha);
        long whole = (long) largest * largest;
        return (int) ((onWhite * 255 + whole / 2) / whole);
    }

    private static void drawOnWhite(BufferedImage from, BufferedImage to) {
        var graphics = to.createGraphics();
        graphics.drawImage(from, 0, 0, Color.WHITE, null);
        graphics.dispose();
    }
}
