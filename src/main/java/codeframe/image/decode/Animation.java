package codeframe.image.decode;

import java.nio.charset.StandardCharsets;

/** GIFs and WebPs that move: of these the first frame is the picture, which the report of an import says. */
public final class Animation {
    private static final int GIF_SCREEN = 13;
    private static final int GIF_FRAME = 10;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;

    private final byte[] bytes;

    private Animation(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What the report says of a file; empty of one that stands still. */
    public static String note(byte[] bytes) {
        var magic = new Magic(bytes);
        boolean gif = magic.textAt(0, "GIF8");
        boolean webp = magic.textAt(0, "RIFF") && magic.textAt(8, "WEBP");
        int frames = gif ? new Animation(bytes).ofGif() : webp ? new Animation(bytes).ofWebp() : 0;
        if (frames < 2) {
            return "";
        }
        return "This %s moves: the first of its %d frames is the picture that is coded and judged. %s"
                .formatted(
                        gif ? "GIF" : "WebP",
                        frames,
                        gif
                                ? "Made a video (MP4 or WebM), more of its frames can be chosen."
                                : "ffmpeg does not read WebPs that move; made a video (MP4 or WebM) by another program,"
                                        + " more of its frames can be chosen.");
    }

    /** GIF89a: screen (18), frames (20) and extensions (24), until the trailer or the end of the file. */
    private int ofGif() {
        int frames = 0;
        int at = GIF_SCREEN + colours(10);
        while (at < bytes.length && (at(at) == EXTENSION || at(at) == IMAGE)) {
            boolean frame = at(at) == IMAGE;
            frames += frame ? 1 : 0;
            at = afterBlocks(frame ? at + GIF_FRAME + colours(at + GIF_FRAME - 1) + 1 : at + 2);
        }
        return frames;
    }

    /** Bytes of a table of colours, as a byte of flags tells. */
    private int colours(int flags) {
        return (at(flags) & 0x80) == 0 ? 0 : 3 << ((at(flags) & 7) + 1);
    }

    private int afterBlocks(int first) {
        int at = first;
        while (at(at) != 0) {
            at += 1 + at(at);
        }
        return at + 1;
    }

    /** RFC 9649: a chunk ANMF for each frame, each padded to an even length. */
    private int ofWebp() {
        int frames = 0;
        for (long at = 12; at + 8 <= bytes.length; ) {
            int place = (int) at;
            frames += new String(bytes, place, 4, StandardCharsets.ISO_8859_1).equals("ANMF") ? 1 : 0;
            long size = at(place + 4) | at(place + 5) << 8 | at(place + 6) << 16 | (long) at(place + 7) << 24;
            at += 8 + size + (size & 1);
        }
        return frames;
    }

    /** 0 beyond the end. */
    private int at(int place) {
        return place >= 0 && place < bytes.length ? bytes[place] & 0xff : 0;
    }
}
