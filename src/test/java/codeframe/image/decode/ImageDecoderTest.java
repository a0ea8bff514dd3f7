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
        assertOriented(jpeg(orientation), 80, 60, topLeft, topRight);
    }

    @ParameterizedTest
    @CsvSource({"5,RED,BLUE", "6,BLUE,RED", "7,YELLOW,GREEN", "8,GREEN,YELLOW"})
    void turned_orientations_swap_the_axes(int orientation, String topLeft, String topRight) {
        assertOriented(jpeg(orientation), 60, 80, topLeft, topRight);
    }

    @ParameterizedTest
    @CsvSource({"1,80,60,RED,GREEN", "3,80,60,YELLOW,BLUE", "6,60,80,BLUE,RED", "8,60,80,GREEN,YELLOW"})
    void png_and_webp_are_turned_as_well(int orientation, int width, int height, String topLeft, String topRight) {
        byte[] png = Drawn.encoded(Drawn.quarters(80, 60, BufferedImage.TYPE_INT_RGB), "png");
        assertOriented(Drawn.orientedPng(png, orientation), width, height, topLeft, topRight);
        assertOriented(Drawn.orientedWebp(orientation, false), width, height, topLeft, topRight);
        assertOriented(Drawn.orientedWebp(orientation, true), width, height, topLeft, topRight);
    }

    @Test
    void exif_that_announces_more_than_there_is_is_left_alone() {
        byte[] png = Drawn.encoded(Drawn.quarters(80, 60, BufferedImage.TYPE_INT_RGB), "png");
        byte[] turned = Drawn.orientedPng(png, 6);
        for (int i = 33; i < 71; i++) {
            byte[] broken = turned.clone();
            broken[i] = (byte) 0xff;
            assertThat(verdict(broken)).isNotNull();
        }
        for (int length = 0; length < turned.length; length++) {
            assertThat(Orientation.of(ImageFormat.PNG, Arrays.copyOf(turned, length)))
                    .isNotNull();
        }
    }

    @Test
    void the_first_frame_of_a_gif_stands_in_its_place_on_the_screen() {
        byte[] gif = Drawn.encoded(Drawn.quarters(40, 30, BufferedImage.TYPE_INT_RGB), "gif");
        var picture = picture(Drawn.onScreen(gif, 100, 90, 50, 20));
        assertThat(picture.width()).isEqualTo(100);
        assertThat(picture.height()).isEqualTo(90);
        assertColour(picture.asStored(), 5, 5, Color.WHITE);
        assertColour(picture.asStored(), 55, 25, Color.RED);
        assertColour(picture.asStored(), 85, 45, Color.YELLOW);
        assertColour(picture.asStored(), 55, 55, Color.WHITE);
    }

    @Test
    void so_does_that_of_a_webp() {
        var picture = picture(Drawn.webpOnScreen(200, 100, 50, 20));
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(100);
        assertColour(picture.asStored(), 45, 25, Color.WHITE);
        assertColour(picture.asStored(), 55, 25, Color.RED);
        assertColour(picture.asStored(), 125, 75, Color.YELLOW);
    }

    @Test
    void a_gif_whose_frame_reaches_beyond_its_screen_is_shown_whole() {
        byte[] gif = Drawn.encoded(Drawn.quarters(40, 30, BufferedImage.TYPE_INT_RGB), "gif");
        var picture = picture(Drawn.onScreen(gif, 10, 10, 5, 0));
        assertThat(picture.width()).isEqualTo(45);
        assertThat(picture.height()).isEqualTo(30);
        assertColour(picture.asStored(), 40, 25, Color.YELLOW);
        assertThat(rejection(Drawn.onScreen(gif, 60_000, 60_000, 0, 0))).contains("60000 × 60000");
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
        var verdict = verdict(Drawn.firstHalf(bytes));
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
        byte[] webp = Drawn.webpOnScreen(200, 100, 50, 20);
        for (byte[] whole : new byte[][] {jpeg, gif, png, webp, Drawn.orientedWebp(6, true)}) {
            for (int i = 0; i < Math.min(whole.length, 700); i++) {
                assertThat(verdict(Arrays.copyOf(whole, i))).isNotNull();
                byte[] flipped = whole.clone();
                flipped[i] ^= 0x5a;
                assertThat(verdict(flipped)).isNotNull();
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

    private static byte[] jpeg(int orientation) {
        return Drawn.oriented(Drawn.encoded(Drawn.quarters(80, 60, BufferedImage.TYPE_INT_RGB), "jpeg"), orientation);
    }

    private void assertOriented(byte[] bytes, int width, int height, String topLeft, String topRight) {
        var picture = picture(bytes);
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
        return verdict(bytes).map(picture -> picture, rejected -> {
            throw new AssertionError(rejected.reason());
        });
    }

    private String rejection(byte[] bytes) {
        return verdict(bytes).map(picture -> "a picture", Verdict.Rejected::reason);
    }

    private Verdict verdict(byte[] bytes) {
        return decoder.decode(bytes, verdict -> verdict);
    }
}
