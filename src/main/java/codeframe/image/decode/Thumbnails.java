package codeframe.image.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** The small upright JPEGs of a picture, with nothing of the original's metadata in them. */
public final class Thumbnails {
    public static final int SMALL = 256;
    public static final int LARGE = 1024;
    private static final float QUALITY = 0.85f;

    private Thumbnails() {}

    public record Thumbnail(int width, byte[] bytes) {}

    public static List<Thumbnail> of(Verdict.Picture picture) {
        var large = picture.orientation().turn(Shrink.toLongestEdge(picture.asStored(), LARGE));
        var small = Shrink.toLongestEdge(large, SMALL);
        return List.of(new Thumbnail(SMALL, jpeg(small)), new Thumbnail(LARGE, jpeg(large)));
    }

    static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a JPEG could not be written to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
