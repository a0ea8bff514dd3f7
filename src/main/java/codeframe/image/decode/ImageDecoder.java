package codeframe.image.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Turns the bytes of one file into a verdict. Whatever a decoder throws is that file's rejection. */
public final class ImageDecoder {
    static {
        // The bytes are in memory already; the default would copy each image to a temporary file.
        ImageIO.setUseCache(false);
    }

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    public ImageLimits limits() {
        return limits;
    }

    public Verdict decode(byte[] bytes) {
        var tooLarge = limits.refusalOfBytes(bytes.length);
        if (tooLarge.isPresent()) {
            return new Verdict.Rejected(tooLarge.get());
        }
        return ImageFormat.of(bytes)
                .map(format -> decode(format, bytes))
                .orElseGet(() -> new Verdict.Rejected(Unsupported.reason(bytes)));
    }

    private Verdict decode(ImageFormat format, byte[] bytes) {
        var header = format == ImageFormat.JPEG ? JpegHeader.read(bytes) : Optional.<JpegHeader>empty();
        var screen = AnimationCanvas.read(format, bytes);
        var refusal = header.flatMap(jpeg -> limits.refusalOfPixels(jpeg.width(), jpeg.height()))
                .or(() -> screen.flatMap(all -> limits.refusalOfPixels(all.width(), all.height())));
        if (refusal.isPresent()) {
            return new Verdict.Rejected(refusal.get());
        }
        Throwable first = null;
        for (var reader : Readers.of(format, header)) {
            try {
                var picture = read(reader, format, bytes);
                return screen.<Verdict>map(picture::on).orElse(picture);
            } catch (TooManyPixels tooMany) {
                return new Verdict.Rejected(tooMany.getMessage());
            } catch (IOException | RuntimeException | VirtualMachineError thrown) {
                first = first == null ? thrown : first;
            } finally {
                reader.dispose();
            }
        }
        return new Verdict.Rejected(sentence(format, first));
    }

    private Verdict.Picture read(ImageReader reader, ImageFormat format, byte[] bytes) throws IOException {
        var damage = new Damage(format, bytes);
        reader.addIIOReadWarningListener(damage);
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)), true, true);
        var refusal = limits.refusalOfPixels(reader.getWidth(0), reader.getHeight(0));
        if (refusal.isPresent()) {
            throw new TooManyPixels(refusal.get());
        }
        var stored = RgbPixels.of(reader.read(0));
        return new Verdict.Picture(format, stored, Orientation.of(format, bytes), List.copyOf(damage.sentences()));
    }

    private static String sentence(ImageFormat format, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return "There was not enough memory to decode this %s image.".formatted(format.label());
        }
        String detail = thrown == null || thrown.getMessage() == null
                ? ""
                : thrown.getMessage().strip();
        String because = detail.isEmpty() ? "" : " (%s)".formatted(detail.replaceAll("[\\s\\p{Cntrl}]+", " "));
        return "The %s data cannot be decoded%s.".formatted(format.label(), because);
    }

    private static final class TooManyPixels extends IOException {
        TooManyPixels(String message) {
            super(message);
        }
    }
}
