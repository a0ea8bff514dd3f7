package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.Verdict;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreprocessTest {
    private static final Path PHOTOS = Path.of("..", "shared", "material", "photos");

    static Stream<String[]> drawn() {
        return Golden.csv("resize.csv").stream();
    }

    static Stream<String[]> photographs() {
        return Golden.csv("preprocess.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void pixels_are_those_of_pillow(String width, String height, String crop, String sha256) {
        var picture = picture(Integer.parseInt(width), Integer.parseInt(height));
        assertThat(sha256(preprocess(Integer.parseInt(crop)).square(picture))).isEqualTo(sha256);
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void photographs_are_cut_as_pillow_cuts_them(String file, String width, String height, String sha256)
            throws IOException {
        assumeTrue(Files.isDirectory(PHOTOS), "the photographs are not in ../shared/material/photos");
        var image = new ImageDecoder(ImageLimits.DEFAULT)
                .decode(Files.readAllBytes(PHOTOS.resolve(file)), verdict -> verdict)
                .map(Verdict.Picture::asStored, rejected -> null);
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(width + "x" + height);
        assertThat(sha256(preprocess(224).square(Pixels.of(image)))).isEqualTo(sha256);
    }

    @Test
    void a_sliver_a_thousand_times_as_long_as_wide_takes_no_more_memory_than_a_square() {
        assertThat(preprocess(224).square(picture(20_000, 1))).hasSize(3 * 224 * 224);
    }

    @Test
    void any_image_of_the_jdk_is_brought_to_the_same_order_of_bytes() {
        for (int type :
                List.of(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB)) {
            var image = new BufferedImage(2, 1, type);
            image.setRGB(0, 0, 0xff000000);
            image.setRGB(1, 0, 0xff788c96);
            assertThat(Pixels.of(image).bgr()).containsExactly(0, 0, 0, (byte) 0x96, (byte) 0x8c, 0x78);
            assertThat(Pixels.of(image.getSubimage(1, 0, 1, 1)).bgr()).containsExactly((byte) 0x96, (byte) 0x8c, 0x78);
        }
    }

    @Test
    void channels_are_normalised_one_after_the_other() {
        var input = preprocess(1).input(new Pixels(1, 1, new byte[] {(byte) 128, (byte) 255, 0}));
        assertThat(input).containsExactly(-1.7922626f, 2.0748837f, (128 / 255f - 0.40821073f) / 0.27577711f);
    }

    private static Preprocess preprocess(int size) {
        return new Preprocess(new Pixel(
                new Resizing(Resizing.Kind.SHORTEST, size),
                Filter.BICUBIC,
                size,
                Pixel.BLACK,
                Pixel.FACTOR,
                Pixel.MEAN,
                Pixel.DEVIATION));
    }

    /** The same formula as in make_golden.py. */
    static Pixels picture(int width, int height) {
        var bgr = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bgr[at++] = (byte) ((x ^ y) % 256 * ((x / 16 + y / 16) % 2));
                bgr[at++] = (byte) ((x * x + y) % 251);
                bgr[at++] = (byte) (x * 7 + y * 3);
            }
        }
        return new Pixels(width, height, bgr);
    }

    /** The golden hashes are of red, green and blue. */
    static String sha256(byte[] bgr) {
        var bytes = new byte[bgr.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bgr[i - i % 3 + 2 - i % 3];
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
