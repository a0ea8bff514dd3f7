package codeframe.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageDecoderTest {
    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(5_000_000, 1_000_000));

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void the_format_is_told_by_the_bytes(String format) {
        var picture = picture(Drawn.encoded(Drawn.quarters(40, 30, BufferedImage.TYPE_INT_RGB), format));
        assertThat(picture.format().mediaType()).isEqualTo("image/" + format);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(30);
        assertThat(picture.damage()).isEmpty();
        assertColour(picture.asStored(), 5, 5, Color.RED);
        assertColour(picture.asStored(), 35, 25, Color.YELLOW);
    }

    @Test
    void a_progressive_jpeg_is_read() throws IOException {
        var picture = picture(Drawn.progressiveJpeg(Drawn.quarters(64, 64, BufferedImage.TYPE_INT_RGB)));
        assertThat(picture.damage()).isEmpty();
        assertColour(picture.asStored(), 50, 10, Color.GREEN);
    }

    // The quarters are red, green / blue, yellow; what a person sees at the top left and top right is worked out by
    // hand from the EXIF table.
    @ParameterizedTest
    @CsvSource({"1,RED,GREEN", "2,GREEN,RED", "3,YELLOW,BLUE", "4,BLUE,YELLOW"})
    void upright_orientations_keep_the_axes(int orientation, String topLeft, String topRight) {
        assertOriented(orientation, 80, 60, topLeft, topRight);
    }

    @ParameterizedTest
    @CsvSource({"5,RED,BLUE", "6,BLUE,RED", "7,YELLOW,GREEN", "8,GREEN,YELLOW"})
    void turned_orientations_swap_the_axes(int orientation, String topLeft, String topRight) {
        assertOriented(orientation, 60, 80, topLeft, topRight);
    }

    @Test
    void a_file_that_is_cut_off_is_shown_as_damaged() {
        var picture = picture(Drawn.firstHalf(Drawn.jpeg(200, 200, 1)));
        assertThat(picture.damage()).containsExactly("The file is cut off: part of the picture is missing.");
    }

    @Test
    void a_jpeg_without_its_end_marker_is_damaged_even_when_every_pixel_is_there() {
        byte[] jpeg = Drawn.jpeg(64, 64, 2);
        assertThat(picture(Arrays.copyOf(jpeg, jpeg.length - 2)).damage()).hasSize(1);
        byte[] withRubbish = Arrays.copyOf(jpeg, jpeg.length + 100);
        assertThat(picture(withRubbish).damage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void half_a_png_or_gif_is_never_taken_for_whole(String format) {
        byte[] bytes = Drawn.encoded(Drawn.noise(100, 100, 3), format);
        var verdict = decoder.decode(Drawn.firstHalf(bytes));
        assertThat(verdict.<Boolean>map(picture -> !picture.damage().isEmpty(), rejected -> true))
                .as(verdict.toString())
                .isTrue();
    }

    @Test
    void the_pixel_limit_is_told_from_the_header() {
        assertThat(rejection(Drawn.pngHeader(50_000, 50_000)))
                .isEqualTo(
                        "The picture says it is 50000 × 50000 = 2500 million pixels large; the limit is 1.0 million.");
    }

    @Test
    void a_file_over_the_byte_limit_is_not_opened() {
        assertThat(rejection(new byte[6_000_000])).isEqualTo("The file has 6.0 MB; the limit is 5.0 MB.");
    }

    @Test
    void sixteen_bits_are_scaled_and_grey_keeps_its_values() {
        var grey16 = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey16.getRaster().setSample(0, 0, 0, 0x8080);
        grey16.getRaster().setSample(1, 0, 0, 0xffff);
        var scaled = picture(Drawn.encoded(grey16, "png")).asStored();
        assertThat(scaled.getRGB(0, 0)).isEqualTo(0xff808080);
        assertThat(scaled.getRGB(1, 0)).isEqualTo(0xffffffff);

        var grey8 = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey8.getRaster().setSample(0, 0, 0, 100);
        assertThat(picture(Drawn.encoded(grey8, "png")).asStored().getRGB(0, 0)).isEqualTo(0xff646464);
        assertThat(picture(Drawn.encoded(grey8, "jpeg")).asStored().getRGB(0, 0))
                .isEqualTo(0xff646464);
    }

    @Test
    void what_is_transparent_becomes_white() {
        var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ff0000);
        image.setRGB(1, 0, 0xff102030);
        image.setRGB(2, 0, 0x80000000);
        var onWhite = picture(Drawn.encoded(image, "png")).asStored();
        assertThat(onWhite.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(onWhite.getRGB(1, 0)).isEqualTo(0xff102030);
        assertThat(onWhite.getRGB(2, 0)).isEqualTo(0xff7f7f7f);
    }

    @Test
    void every_truncation_and_every_flipped_byte_ends_in_a_verdict() {
        byte[] jpeg = Drawn.jpeg(24, 24, 4);
        byte[] gif = Drawn.encoded(Drawn.quarters(24, 24, BufferedImage.TYPE_INT_RGB), "gif");
        byte[] png = Drawn.encoded(Drawn.quarters(24, 24, BufferedImage.TYPE_INT_RGB), "png");
        for (byte[] whole : new byte[][] {jpeg, gif, png}) {
            for (int i = 0; i < Math.min(whole.length, 700); i++) {
                assertThat(decoder.decode(Arrays.copyOf(whole, i))).isNotNull();
                byte[] flipped = whole.clone();
                flipped[i] ^= 0x5a;
                assertThat(decoder.decode(flipped)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | The file is empty.
            just words                        | This is a text file, not an image.
            '<?xml version="1.0"?><svg xmlns' | SVG is not supported: it can carry scripts.
            '<!DOCTYPE html><html>'           | This is a web page, not an image: the download of the image may have failed.
            'II*\0........'                   | TIFF is not supported: save it as JPEG or PNG.
            'BM\1\2\3\4'                      | BMP is not supported: save it as JPEG or PNG.
            '%PDF-1.7'                        | PDF is not supported: export its pages as images.
            '\0\0\0\40ftypheic'               | HEIC is not supported: save it as JPEG.
            '\0\0\0\40ftypavif'               | AVIF is not supported: save it as JPEG.
            '\0\0\0\40ftypisom'               | This is a video (MP4 or QuickTime): Codeframe codes still images.
            'PK\3\4....'                      | This is a ZIP or Office file inside the upload: unpack it first.
            '\1\2\3'                          | This is not an image that Codeframe can read (JPEG, PNG, GIF or WebP).
            """)
    void what_is_not_supported_is_refused_by_its_name(String content, String reason) {
        assertThat(rejection(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(reason);
    }

    private void assertOriented(int orientation, int width, int height, String topLeft, String topRight) {
        byte[] jpeg = Drawn.encoded(Drawn.quarters(80, 60, BufferedImage.TYPE_INT_RGB), "jpeg");
        var picture = picture(Drawn.oriented(jpeg, orientation));
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertColour(picture.asStored(), 5, 5, Color.RED);
        assertColour(picture.upright(), 5, 5, colour(topLeft));
        assertColour(picture.upright(), width - 5, 5, colour(topRight));
    }

    private static Color colour(String name) {
        return switch (name) {
            case "RED" -> Color.RED;
            case "GREEN" -> Color.GREEN;
            case "BLUE" -> Color.BLUE;
            default -> Color.YELLOW;
        };
    }

    private static void assertColour(BufferedImage image, int x, int y, Color expected) {
        var actual = new Color(image.getRGB(x, y));
        assertThat(Math.abs(actual.getRed() - expected.getRed())
                        + Math.abs(actual.getGreen() - expected.getGreen())
                        + Math.abs(actual.getBlue() - expected.getBlue()))
                .as("%s at %d,%d should be %s", actual, x, y, expected)
                .isLessThan(30);
    }

    private Verdict.Picture picture(byte[] bytes) {
        return decoder.decode(bytes).map(picture -> picture, rejected -> {
            throw new AssertionError(rejected.reason());
        });
    }

    private String rejection(byte[] bytes) {
        return decoder.decode(bytes).map(picture -> "a picture", Verdict.Rejected::reason);
    }
}
