package codeframe.image.decode;

import java.util.Locale;
import java.util.Optional;

/** The largest file and the largest picture that are taken: both are told before a pixel is decoded. */
public record ImageLimits(long bytes, long pixels) {
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 100_000_000);

    public Optional<String> refusalOfBytes(long size) {
        if (size > bytes) {
            return Optional.of("The file has %s MB; the limit is %s MB.".formatted(millions(size), millions(bytes)));
        }
        return size <= memory()
                ? Optional.empty()
                : Optional.of(("The file has %s MB, which is too large for this server's memory: it has room for %s MB."
                                + " Give the program more (-Xmx) and try again.")
                        .formatted(millions(size), millions(memory())));
    }

    /** A file is held as a whole, and another on its way to the database. */
    private static long memory() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    Optional<String> refusalOfPixels(long width, long height) {
        if (width < 1 || height < 1) {
            return Optional.of("The picture says it is %d × %d pixels large.".formatted(width, height));
        } else if (width * height > pixels) {
            return Optional.of("The picture says it is %d × %d = %s million pixels large; the limit is %s million."
                    .formatted(width, height, millions(width * height), millions(pixels)));
        } else {
            return Optional.empty();
        }
    }

    private static String millions(long count) {
        return String.format(Locale.ROOT, count < 10_000_000 ? "%.1f" : "%.0f", count / 1e6);
    }
}
