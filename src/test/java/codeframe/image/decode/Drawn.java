package codeframe.image.decode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Files drawn for the tests, whole and broken. */
public final class Drawn {
    /** One lossless VP8L chunk, written by Pillow 9.4. */
    private static final String WEBP_QUARTERS =
            "VlA4TC4AAAAvT8AOAB8gEEjaH3qN+RcQFPk/2vwHXySASIDEk570pI0BpIj+T8BhoUMCBx0C";

    private Drawn() {}

    /** Four differently coloured quarters: which way up it is can be told from any of them. */
    public static BufferedImage quarters(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (int i = 0; i < 4; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    /** Different noise for every seed, so that its file is large and its content its own. */
    public static BufferedImage noise(int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    /** 1080 × 1350 pixels, as a feed has them, of shapes that differ with the seed. */
    public static BufferedImage feed(int seed) {
        var image = new BufferedImage(1080, 1350, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(seed);
        var graphics = image.createGraphics();
        for (int i = 0; i < 2_500; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(1080), random.nextInt(1350), random.nextInt(90), random.nextInt(90));
        }
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height, long seed) {
        return encoded(noise(width, height, seed), "jpeg");
    }

    public static byte[] encoded(BufferedImage image, String format) {
        try {
            var out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer takes this image as " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] progressiveJpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        writer.dispose();
        return out.toByteArray();
    }

    /** EXIF data of one entry: the orientation. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** The JPEG with an EXIF segment after its first marker that holds the orientation and nothing else. */
    public static byte[] oriented(byte[] jpeg, int orientation) {
        var segment = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif(orientation));
        return inserted(jpeg, 2, segment.array());
    }

    /** The PNG with an eXIf chunk after its header. */
    public static byte[] orientedPng(byte[] png, int orientation) {
        byte[] exif = exif(orientation);
        var chunk = ByteBuffer.allocate(12 + exif.length)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + exif.length);
        return inserted(png, 33, chunk.putInt((int) crc.getValue()).array());
    }

    /**
     * A WebP of red, green / blue, yellow quarters, 80 × 60, with an EXIF chunk at its end.
     *
     * @param preamble whether it begins as in a JPEG, which it should not and often does
     */
    static byte[] orientedWebp(int orientation, boolean preamble) {
        byte[] image = Base64.getDecoder().decode(WEBP_QUARTERS);
        byte[] exif = exif(orientation);
        byte[] begin = (preamble ? "Exif\0\0" : "").getBytes(StandardCharsets.US_ASCII);
        var webp = ByteBuffer.allocate(12 + 18 + image.length + 8 + begin.length + exif.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + 18 + image.length + 8 + begin.length + exif.length)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(8)
                .put(new byte[] {79, 0, 0, 59, 0, 0})
                .put(image)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(begin.length + exif.length)
                .put(begin)
                .put(exif);
        return webp.array();
    }

    /** The same quarters as the first frame of an animation, moved on a larger canvas. */
    static byte[] webpOnScreen(int width, int height, int left, int top) {
        byte[] image = Base64.getDecoder().decode(WEBP_QUARTERS);
        var webp = ByteBuffer.allocate(12 + 18 + 14 + 24 + image.length).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(webp.capacity() - 8);
        webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(2);
        putThree(webp, width - 1, height - 1);
        webp.put("ANIM".getBytes(StandardCharsets.US_ASCII)).putInt(6).put(new byte[6]);
        webp.put("ANMF".getBytes(StandardCharsets.US_ASCII)).putInt(16 + image.length);
        putThree(webp, left / 2, top / 2, 79, 59, 100);
        return webp.put((byte) 0).put(image).array();
    }

    private static void putThree(ByteBuffer to, int... numbers) {
        for (int number : numbers) {
            to.putShort((short) number).put((byte) (number >> 16));
        }
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }

    /** The GIF with its frame moved right and down on a larger screen. */
    static byte[] onScreen(byte[] gif, int width, int height, int left, int top) {
        var moved = ByteBuffer.wrap(gif.clone()).order(ByteOrder.LITTLE_ENDIAN);
        moved.putShort(6, (short) width).putShort(8, (short) height);
        int frame = 13 + (3 << ((gif[10] & 7) + 1));
        while (gif[frame] == 0x21) {
            frame += 8;
        }
        return moved.putShort(frame + 1, (short) left)
                .putShort(frame + 3, (short) top)
                .array();
    }

    public static byte[] firstHalf(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    /** A PNG of a few bytes whose header announces this size. */
    static byte[] pngHeader(int width, int height) {
        byte[] png = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        for (int i = 0; i < 4; i++) {
            png[16 + i] = (byte) (width >>> (24 - 8 * i));
            png[20 + i] = (byte) (height >>> (24 - 8 * i));
        }
        var crc = new CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
        }
        return png;
    }

    /** A lossless WebP of one colour, as large as one wants and a few bytes long (RFC 9649, section 3). */
    public static byte[] webp(int width, int height) {
        var bits = new BitSet();
        int at = put(bits, 0, 0x2f, 8);
        at = put(bits, at, width - 1, 14);
        at = put(bits, at, height - 1, 14);
        // Neither alpha nor version, transform, colour cache or meta codes: 1 + 3 + 1 + 1 + 1 bits of 0.
        at = put(bits, at, 0, 7);
        for (int symbol : new int[] {40, 90, 160, 255}) {
            at = put(bits, at, 0b101, 3);
            at = put(bits, at, symbol, 8);
        }
        at = put(bits, at, 1, 4);
        // Zeros behind the end, because readers take in eight bytes at a time.
        byte[] image = Arrays.copyOf(bits.toByteArray(), at / 16 * 2 + 32);
        return ByteBuffer.allocate(20 + image.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + image.length)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(image.length)
                .put(image)
                .array();
    }

    private static int put(BitSet bits, int at, int value, int length) {
        for (int i = 0; i < length; i++) {
            bits.set(at + i, (value >> i & 1) == 1);
        }
        return at + length;
    }
}
