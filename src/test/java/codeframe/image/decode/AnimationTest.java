package codeframe.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How many frames a GIF or WebP has is counted in its structure, whatever follows or is missing. */
class AnimationTest {
    @Test
    void what_stands_still_is_not_told_of() {
        for (var format : new String[] {"gif", "png", "jpeg"}) {
            var still = Drawn.encoded(Drawn.quarters(40, 30, BufferedImage.TYPE_INT_RGB), format);
            assertThat(Animation.note(still)).as(format).isEmpty();
        }
        assertThat(Animation.note(webp(1))).isEmpty();
        assertThat(Animation.note(new byte[0])).isEmpty();
        assertThat(Animation.note("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void of_a_webp_every_chunk_of_a_frame_counts_and_a_file_that_is_cut_off_does_no_harm() {
        assertThat(Animation.note(webp(3)))
                .contains("This WebP moves: the first of its 3 frames", "ffmpeg does not read WebPs that move");
        for (int length = 0; length < webp(3).length; length++) {
            assertThat(Animation.note(Arrays.copyOf(webp(3), length))).doesNotContain("4 frames");
        }
        var huge = webp(2);
        Arrays.fill(huge, 34, 38, (byte) 0xff);
        assertThat(Animation.note(huge)).isEmpty();
    }

    /** With frames of an odd number of bytes, which are padded. */
    private static byte[] webp(int frames) {
        var file = new ByteArrayOutputStream();
        file.writeBytes("RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1));
        chunk(file, "VP8X", 10);
        for (int i = 0; i < frames; i++) {
            chunk(file, "ANMF", 17);
        }
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, int size) {
        file.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array());
        file.writeBytes(new byte[size + size % 2]);
    }
}
