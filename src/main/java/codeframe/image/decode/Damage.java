package codeframe.image.decode;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Collects the signs that a picture is not whole: decoders fill a missing part with grey and say so only in passing. */
final class Damage implements IIOReadWarningListener {
    private static final String CUT_OFF = "The file is cut off: part of the picture is missing.";
    private static final String CORRUPT = "The image data is corrupt in places: part of the picture may be wrong.";

    private final Set<String> sentences = new LinkedHashSet<>();

    Damage(ImageFormat format, byte[] bytes) {
        if (isCutOff(format, bytes)) {
            sentences.add(CUT_OFF);
        }
    }

    Set<String> sentences() {
        return sentences;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (warning.contains("Premature end") || warning.contains("Missing EOI")) {
            sentences.add(CUT_OFF);
        } else if (sentences.isEmpty()
                && warning.contains("Corrupt JPEG data")
                && !warning.contains("before marker 0xd9")) {
            sentences.add(CORRUPT);
        }
    }

    private static boolean isCutOff(ImageFormat format, byte[] bytes) {
        if (format == ImageFormat.JPEG) {
            return JpegHeader.read(bytes).map(header -> !header.ends()).orElse(true);
        } else if (format == ImageFormat.WEBP) {
            return bytes.length < 8 + littleEndian(bytes, 4);
        } else {
            return false;
        }
    }

    private static long littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }
}
