package codeframe.demo;

import codeframe.demo.DemoPosts.Picture;
import codeframe.demo.DemoPosts.Post;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** The drawings of the demo project, packed as somebody's own collection would be. */
final class DemoArchive {
    private static final float QUALITY = .9f;

    private DemoArchive() {}

    static byte[] zip(List<Post> posts, List<DemoClips.Clip> clips) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (var post : posts) {
                for (var picture : post.pictures()) {
                    put(zip, picture.file(), post.postedAt(), jpeg(picture));
                }
            }
            for (var clip : clips) {
                put(zip, clip.file(), clip.postedAt(), clip.bytes());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String file, Instant at, byte[] content) throws IOException {
        var entry = new ZipEntry(file);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] jpeg(Picture picture) throws IOException {
        return jpeg(Scene.draw(picture.kind(), picture.width(), picture.height(), picture.seed())
                .image());
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
