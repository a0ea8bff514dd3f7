package codeframe.image.decode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Where the first frame of an animation stands. Decoders hand out the frame alone; a browser shows the whole screen, made
 * larger where the frame reaches beyond it.
 */
record AnimationCanvas(int width, int height, int left, int top) {

    /** Empty for pictures that fill their screen. */
    static Optional<AnimationCanvas> read(ImageFormat format, byte[] bytes) {
        return switch (format) {
            case GIF -> ofGif(bytes);
            case WEBP -> ofWebp(bytes);
            case JPEG, PNG -> Optional.empty();
        };
    }

    /** GIF89a, sections 18 (screen), 20 (frame) and 24 (extensions, which are skipped). */
    private static Optional<AnimationCanvas> ofGif(byte[] bytes) {
        var file = new LowFirst(bytes);
        int colours = (file.number(10, 1) & 0x80) == 0 ? 0 : 3 << ((file.number(10, 1) & 7) + 1);
        int at = 13 + colours;
        while (file.number(at, 1) == 0x21) {
            at = file.afterBlocks(at + 2);
        }
        if (file.number(at, 1) != 0x2c || at + 9 > bytes.length) {
            return Optional.empty();
        }
        int left = file.number(at + 1, 2);
        int top = file.number(at + 3, 2);
        return Optional.of(new AnimationCanvas(
                Math.max(file.number(6, 2), left + file.number(at + 5, 2)),
                Math.max(file.number(8, 2), top + file.number(at + 7, 2)),
                left,
                top));
    }

    /** RFC 9649, sections 2.7 (canvas) and 2.7.1.1 (frame, whose place is told in steps of two). */
    private static Optional<AnimationCanvas> ofWebp(byte[] bytes) {
        return Chunks.ofWebp(bytes, "ANMF")
                .flatMap(frame ->
                        Chunks.ofWebp(bytes, "VP8X").map(canvas -> ofWebp(new LowFirst(canvas), new LowFirst(frame))));
    }

    private static AnimationCanvas ofWebp(LowFirst canvas, LowFirst frame) {
        int left = 2 * frame.number(0, 3);
        int top = 2 * frame.number(3, 3);
        return new AnimationCanvas(
                Math.max(1 + canvas.number(4, 3), left + 1 + frame.number(6, 3)),
                Math.max(1 + canvas.number(7, 3), top + 1 + frame.number(9, 3)),
                left,
                top);
    }

    /** The frame in its place, white around it. */
    BufferedImage with(BufferedImage frame) {
        if (frame.getWidth() == width && frame.getHeight() == height) {
            return frame;
        }
        var screen = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = screen.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(frame, left, top, null);
        graphics.dispose();
        return screen;
    }

    /** Numbers whose low byte comes first; what lies beyond the end is 0. */
    private record LowFirst(byte[] bytes) {
        int number(int at, int length) {
            int number = 0;
            for (int i = 0; i < length && at + i < bytes.length; i++) {
                number |= (bytes[at + i] & 0xff) << (8 * i);
            }
            return number;
        }

        /** Blocks of data follow each other, each behind its length, until one of length 0. */
        int afterBlocks(int first) {
            int at = first;
            while (number(at, 1) != 0) {
                at += 1 + number(at, 1);
            }
            return at + 1;
        }
    }
}
