package codeframe.image.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * How much memory it takes to decode a picture and to look at it, told by its header: the pixels as the decoder makes
 * them, the same as plain red, green and blue where they are something else, what the decoder needs besides (measured),
 * and a narrow copy on the way to a thumbnail.
 */
final class DecodingNeed {
    private static final double MARGIN = 1.1;
    private static final int RGB = 3;

    private DecodingNeed() {}

    static long of(ImageReader reader, ImageFormat format, boolean cmyk, byte[] bytes) throws IOException {
        double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        double perPixel = perPixel(reader);
        double narrow = RGB * (double) reader.getHeight(0) * Math.min(Thumbnails.LARGE, reader.getWidth(0));
        double turned = Orientation.of(format, bytes) == Orientation.UPRIGHT ? 0 : RGB * pixels;
        double need = pixels * (perPixel + besides(format, cmyk, perPixel)) + turned + narrow + bytes.length;
        return (long) (MARGIN * need);
    }

    /** Where a reader does not say, as much as anything usual takes. */
    private static double perPixel(ImageReader reader) {
        try {
            var types = reader.getImageTypes(0);
            return types.hasNext() ? perPixel(types.next()) : 2 * RGB;
        } catch (IOException | RuntimeException untold) {
            return 2 * RGB;
        }
    }

    private static double perPixel(ImageTypeSpecifier type) {
        var samples = type.getSampleModel();
        double decoded = 0;
        for (int band = 0; band < type.getNumBands(); band++) {
            decoded += Math.ceil(samples.getSampleSize(band) / 8.0);
        }
        return type.getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR ? decoded : decoded + RGB;
    }

    /** The CMYK pixels behind a JPEG's colours; the frame behind a WebP with transparency; the screen of a GIF. */
    private static double besides(ImageFormat format, boolean cmyk, double perPixel) {
        return switch (format) {
            case JPEG -> cmyk ? 8 : 0;
            case WEBP -> perPixel > RGB ? 4 : RGB;
            case GIF -> RGB;
            case PNG -> 0;
        };
    }
}
