package codeframe.image.decode;

import codeframe.web.Causes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** One file on its way to a verdict: refused by its header, measured, decoded by the first reader that can. */
final class Decoding {
    private final ImageFormat format;
    private final byte[] bytes;
    private final ImageLimits limits;
    private final Optional<JpegHeader> header;
    private final Optional<AnimationCanvas> canvas;

    Decoding(ImageFormat format, byte[] bytes, ImageLimits limits) {
        this.format = format;
        this.bytes = bytes;
        this.limits = limits;
        this.header = format == ImageFormat.JPEG ? JpegHeader.read(bytes) : Optional.empty();
        this.canvas = AnimationCanvas.read(format, bytes);
    }

    ImageFormat format() {
        return format;
    }

    /** Before any decoder is asked. */
    Optional<String> refusal() {
        return header.flatMap(jpeg -> limits.refusalOfPixels(jpeg.width(), jpeg.height()))
                .or(() -> canvas.flatMap(all -> limits.refusalOfPixels(all.width(), all.height())));
    }

    /** 0 where no reader can tell, or the picture is refused for its pixels: then none will be decoded. */
    long need() {
        boolean cmyk = header.map(JpegHeader::isCmyk).orElse(false);
        long ofCanvas = canvas.map(all -> 3L * all.width() * all.height()).orElse(0L);
        try {
            return first(reader ->
                    refusal(reader).isPresent() ? 0L : ofCanvas + DecodingNeed.of(reader, format, cmyk, bytes));
        } catch (Unreadable unreadable) {
            return 0;
        }
    }

    /** @throws OutOfMemoryError however deep a decoder hid it */
    Verdict verdict() {
        try {
            return first(this::read);
        } catch (Unreadable unreadable) {
            return new Verdict.Rejected(sentence(unreadable.getCause()));
        }
    }

    private Verdict read(ImageReader reader) throws IOException {
        var refusal = refusal(reader);
        if (refusal.isPresent()) {
            return new Verdict.Rejected(refusal.get());
        }
        var damage = new Damage(format, bytes);
        reader.addIIOReadWarningListener(damage);
        var stored = RgbPixels.of(pixels(reader));
        var picture =
                new Verdict.Picture(format, stored, Orientation.of(format, bytes), List.copyOf(damage.sentences()));
        return canvas.<Verdict>map(picture::on).orElse(picture);
    }

    /** Its reader has seen the file's head by now, and refuses what it always refused. */
    private BufferedImage pixels(ImageReader reader) throws IOException {
        var quick = header.filter(jpeg -> Readers.isOfJdk(reader)).flatMap(jpeg -> TurboJpeg.decoded(bytes, jpeg));
        return quick.isPresent() ? EmbeddedProfile.applied(reader, quick.get()) : reader.read(0);
    }

    private Optional<String> refusal(ImageReader reader) throws IOException {
        return limits.refusalOfPixels(reader.getWidth(0), reader.getHeight(0));
    }

    private interface Asked<T> {
        T of(ImageReader reader) throws IOException;
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable first) {
            super(first);
        }
    }

    /** What the first reader says that does not fail; what the first one failed of, when all do. */
    private <T> T first(Asked<T> asked) throws Unreadable {
        Throwable first = null;
        for (var reader : Readers.of(format, header)) {
            try {
                reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)), true, true);
                return asked.of(reader);
            } catch (IOException | RuntimeException | VirtualMachineError thrown) {
                rethrowMemory(thrown);
                first = first == null ? thrown : first;
            } finally {
                reader.dispose();
            }
        }
        throw new Unreadable(first);
    }

    /** Decoders may wrap it in an exception that reads as damage. */
    static void rethrowMemory(Throwable thrown) {
        if (Causes.of(thrown).anyMatch(OutOfMemoryError.class::isInstance)) {
            var memory = new OutOfMemoryError("while decoding");
            memory.initCause(thrown);
            throw memory;
        }
    }

    private String sentence(Throwable thrown) {
        String detail = thrown == null || thrown.getMessage() == null
                ? ""
                : thrown.getMessage().strip();
        String because = detail.isEmpty() ? "" : " (%s)".formatted(detail.replaceAll("[\\s\\p{Cntrl}]+", " "));
        return "The %s data cannot be decoded%s.".formatted(format.label(), because);
    }
}
