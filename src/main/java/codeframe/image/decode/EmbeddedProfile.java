package codeframe.image.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;

/** The colour profile that a JPEG brings along: the JDK's reader takes colours through it to sRGB. */
final class EmbeddedProfile {
    private EmbeddedProfile() {}

    /** The picture with its colours as the reader would have made them. */
    static BufferedImage applied(ImageReader reader, BufferedImage plain) throws IOException {
        of(reader).ifPresent(space -> {
            var pixels = plain.getRaster();
            new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(pixels, pixels);
        });
        return plain;
    }

    /** What the reader offers beside sRGB and grey. */
    private static Optional<ColorSpace> of(ImageReader reader) throws IOException {
        for (var types = reader.getImageTypes(0); types.hasNext(); ) {
            var space = types.next().getColorModel().getColorSpace();
            if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
                return Optional.of(space);
            }
        }
        return Optional.empty();
    }
}
