package codeframe.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThumbnailsTest {
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void the_longest_edge_is_the_width_asked_for() {
        assertSizes(Drawn.jpeg(1200, 600, 1), List.of(256, 128), List.of(1024, 512));
        assertSizes(Drawn.jpeg(500, 1000, 1), List.of(128, 256), List.of(500, 1000));
        assertSizes(Drawn.jpeg(3000, 2, 1), List.of(256, 1), List.of(1024, 1));
    }

    @Test
    void a_small_picture_is_not_enlarged() {
        assertSizes(Drawn.jpeg(30, 20, 1), List.of(30, 20), List.of(30, 20));
    }

    @Test
    void thumbnails_are_upright_and_carry_no_metadata() {
        byte[] turned = Drawn.oriented(Drawn.jpeg(400, 200, 1), 6);
        assertSizes(turned, List.of(128, 256), List.of(200, 400));
        for (var thumbnail : thumbnails(turned)) {
            assertThat(new String(thumbnail.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif");
        }
    }

    @Test
    void a_fine_pattern_becomes_its_mean_and_not_a_moire() {
        var stripes = new BufferedImage(1024, 1024, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 1024; y++) {
            for (int x = 0; x < 1024; x += 2) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        var small = Shrink.toLongestEdge(stripes, 100);
        for (int x = 2; x < 98; x++) {
            assertThat(small.getRGB(x, 50) & 0xff).isBetween(120, 136);
        }
    }

    private void assertSizes(byte[] bytes, List<Integer> small, List<Integer> large) {
        var sizes = thumbnails(bytes).stream()
                .map(thumbnail -> decoder.decode(thumbnail.bytes(), verdict -> verdict)
                        .map(picture -> List.of(picture.width(), picture.height()), rejected -> List.<Integer>of()))
                .toList();
        assertThat(sizes).containsExactly(small, large);
    }

    private List<Thumbnails.Thumbnail> thumbnails(byte[] bytes) {
        return decoder.decode(bytes, verdict -> verdict)
                .map(Thumbnails::of, rejected -> List.<Thumbnails.Thumbnail>of());
    }
}
