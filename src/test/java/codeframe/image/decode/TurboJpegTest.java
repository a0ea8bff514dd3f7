package codeframe.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What libjpeg-turbo decodes has the pixels of the JDK's decoder, every one of them. */
final class TurboJpegTest {
    private static final Path PHOTOS = Path.of("..", "shared", "material", "photos");

    @BeforeAll
    static void needs_the_library() {
        assumeTrue(TurboJpeg.isInstalled(), "libturbojpeg is not installed here");
    }

    @Test
    void ordinary_jpegs_of_any_size_have_the_same_pixels() throws IOException {
        for (var size : List.of(new int[] {1, 1}, new int[] {17, 33}, new int[] {200, 31}, new int[] {640, 481})) {
            var noise = Drawn.noise(size[0], size[1], size[0]);
            assertThat(quick(Drawn.encoded(noise, "jpeg"))).hasValueSatisfying(equal(Drawn.encoded(noise, "jpeg")));
            assertThat(quick(Drawn.progressiveJpeg(noise))).hasValueSatisfying(equal(Drawn.progressiveJpeg(noise)));
        }
        assertThat(quick(Drawn.oriented(Drawn.jpeg(40, 30, 1), 6))).isPresent();
    }

    @Test
    void photographs_have_the_same_pixels() throws IOException {
        assumeTrue(Files.isDirectory(PHOTOS), "the photographs are not in ../shared/material/photos");
        var decoded = new ArrayList<String>();
        try (var files = Files.list(PHOTOS)) {
            for (var file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (ImageFormat.of(bytes).equals(Optional.of(ImageFormat.JPEG))) {
                    quick(bytes).ifPresent(image -> {
                        equal(bytes).accept(image);
                        decoded.add(file.getFileName().toString());
                    });
                }
            }
        }
        assertThat(decoded).hasSizeGreaterThan(10);
    }

    @Test
    void an_embedded_profile_turns_colours_as_before() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] plain = Drawn.jpeg(120, 90, 5);
        byte[] jpeg = withProfile(plain, profile);
        var stored = new ImageDecoder(ImageLimits.DEFAULT)
                .decode(jpeg, verdict -> verdict)
                .map(Verdict.Picture::asStored, rejected -> null);
        equal(jpeg).accept(stored);
        assertThat(bytes(stored)).isNotEqualTo(bytes(ImageIO.read(new ByteArrayInputStream(plain))));
    }

    @Test
    void what_is_grey_damaged_or_marked_by_adobe_is_left_to_the_jdk() {
        byte[] jpeg = Drawn.jpeg(64, 64, 2);
        assertThat(quick(Drawn.encoded(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY), "jpeg")))
                .isEmpty();
        assertThat(quick(Drawn.firstHalf(jpeg))).isEmpty();
        byte[] holed = jpeg.clone();
        Arrays.fill(holed, jpeg.length / 2, jpeg.length / 2 + 40, (byte) 0x55);
        holed[jpeg.length / 2] = (byte) 0xff;
        holed[jpeg.length / 2 + 1] = (byte) 0xd3;
        assertThat(quick(holed)).isEmpty();
        assertThat(quick(segment(jpeg, 0xee, "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
    }

    @Test
    void a_progressive_file_that_ends_after_any_of_its_scans_has_the_same_pixels() throws IOException {
        byte[] jpeg = Drawn.progressiveJpeg(Drawn.noise(61, 47, 3));
        for (int at = 2; at + 1 < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xda) {
                byte[] cut = Arrays.copyOf(jpeg, at + 2);
                cut[at + 1] = (byte) 0xd9;
                quick(cut).ifPresent(equal(cut));
            }
        }
    }

    private static Optional<BufferedImage> quick(byte[] jpeg) {
        return JpegHeader.read(jpeg).flatMap(header -> TurboJpeg.decoded(jpeg, header));
    }

    private static Consumer<BufferedImage> equal(byte[] jpeg) {
        return image -> {
            try {
                assertThat(bytes(image)).isEqualTo(bytes(ImageIO.read(new ByteArrayInputStream(jpeg))));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static byte[] bytes(BufferedImage image) {
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static byte[] withProfile(byte[] jpeg, byte[] profile) {
        var content = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                .put(profile);
        return segment(jpeg, 0xe2, content.array());
    }

    /** Behind JFIF's. */
    private static byte[] segment(byte[] jpeg, int marker, byte[] content) {
        int at = 4 + (jpeg[4] << 8 | jpeg[5]);
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, at)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (2 + content.length))
                .put(content)
                .put(jpeg, at, jpeg.length - at)
                .array();
    }
}
