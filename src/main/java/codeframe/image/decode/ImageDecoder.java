package codeframe.image.decode;

import java.util.function.Function;
import javax.imageio.ImageIO;

/** Turns the bytes of one file into a verdict. Whatever a decoder throws is that file's rejection. */
public final class ImageDecoder {
    static {
        // The bytes are in memory already; the default would copy each image to a temporary file.
        ImageIO.setUseCache(false);
    }

    private final ImageLimits limits;
    private final DecodingRoom room;

    public ImageDecoder(ImageLimits limits) {
        this(limits, new DecodingRoom());
    }

    ImageDecoder(ImageLimits limits, DecodingRoom room) {
        this.limits = limits;
        this.room = room;
    }

    /** With limits of its own, in the same room. */
    public ImageDecoder limitedTo(ImageLimits others) {
        return new ImageDecoder(others, room);
    }

    public ImageLimits limits() {
        return limits;
    }

    /** Whether somebody waits for room. */
    boolean isWaitedFor() {
        return room.isWaitedFor();
    }

    /**
     * Waits until there is room for the picture, and keeps it until it was looked at.
     *
     * @param look makes of the verdict what is kept; it may be asked twice, when memory ran out the first time
     */
    public <T> T decode(byte[] bytes, Function<Verdict, T> look) {
        var tooLarge = limits.refusalOfBytes(bytes.length);
        if (tooLarge.isPresent()) {
            return look.apply(new Verdict.Rejected(tooLarge.get()));
        }
        return ImageFormat.of(bytes)
                .map(format -> decode(format, bytes, look))
                .orElseGet(() -> look.apply(new Verdict.Rejected(Unsupported.reason(bytes))));
    }

    private <T> T decode(ImageFormat format, byte[] bytes, Function<Verdict, T> look) {
        var decoding = new Decoding(format, bytes, limits);
        var refusal = decoding.refusal();
        if (refusal.isPresent()) {
            return look.apply(new Verdict.Rejected(refusal.get()));
        }
        long need = decoding.need();
        if (need > room.largest()) {
            return look.apply(tooLarge(format, need));
        }
        try {
            return room.with(need, () -> look.apply(decoding.verdict()));
        } catch (OutOfMemoryError othersTookIt) {
            return room.alone(() -> inAllTheRoom(decoding, need, look));
        }
    }

    private <T> T inAllTheRoom(Decoding decoding, long need, Function<Verdict, T> look) {
        try {
            return look.apply(decoding.verdict());
        } catch (OutOfMemoryError again) {
            return look.apply(tooLarge(decoding.format(), need));
        }
    }

    private Verdict tooLarge(ImageFormat format, long need) {
        return new Verdict.Rejected(
                ("The %s picture needs about %d MB of memory to be decoded, which is too large for this"
                                + " server's memory: it has room for %d MB. Give the program more (-Xmx) and try again.")
                        .formatted(format.label(), need / 1_000_000, room.largest() / 1_000_000));
    }
}
