package codeframe.image.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture made ready to be handed on: upright, its longer edge at most so long, nothing of the original's metadata. */
public record Reduced(byte[] bytes, int width, int height) {

    /** @param format jpeg or png */
    public static Reduced of(Verdict.Picture picture, int longest, String format) {
        var small = picture.orientation().turn(Shrink.toLongestEdge(picture.asStored(), longest));
        var bytes = format.equals("png") ? png(small) : Thumbnails.jpeg(small);
        return new Reduced(bytes, small.getWidth(), small.getHeight());
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PNG could not be written to memory", impossible);
        }
        return bytes.toByteArray();
    }
}
