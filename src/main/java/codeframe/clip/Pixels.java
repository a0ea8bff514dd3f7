package codeframe.clip;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** An image as rows of blue, green and red bytes, the order in which the JDK decodes them. */
@SuppressWarnings("ArrayRecordComponent") // 30 MB of bytes that nobody compares
public record Pixels(int width, int height, byte[] bgr) {
    /** The bytes themselves where the image has them in this order, as all that ImageDecoder hands out do. */
    public static Pixels of(BufferedImage image) {
        var plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                        && image.getRaster().getParent() == null
                ? image
                : redrawn(image);
        var bytes = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        return new Pixels(plain.getWidth(), plain.getHeight(), bytes);
    }

    private static BufferedImage redrawn(BufferedImage image) {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }
}
