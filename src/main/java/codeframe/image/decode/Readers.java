package codeframe.image.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Chooses the decoders that may try a file, best first. Both JPEG readers register: they are told apart by class. */
final class Readers {
    private static final String JDK = "com.sun.imageio";

    private Readers() {}

    // The JDK's JPEG pixels equal libjpeg's; its CMYK colours are wrong, and TwelveMonkeys' are right.
    static List<ImageReader> of(ImageFormat format, Optional<JpegHeader> header) {
        var readers = new ArrayList<ImageReader>();
        boolean cmyk = header.map(JpegHeader::isCmyk).orElse(false);
        ImageIO.getImageReadersByMIMEType(format.mediaType()).forEachRemaining(reader -> {
            boolean jdk = isOfJdk(reader);
            if (jdk && cmyk) {
                reader.dispose();
            } else if (jdk) {
                readers.add(0, reader);
            } else {
                readers.add(reader);
            }
        });
        return readers;
    }

    static boolean isOfJdk(ImageReader reader) {
        return reader.getClass().getName().startsWith(JDK);
    }
}
