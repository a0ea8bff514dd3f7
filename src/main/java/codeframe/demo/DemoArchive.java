package codeframe.demo;

import codeframe.demo.DemoPosts.Picture;
import codeframe.demo.DemoPosts.Post;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    static byte[] zip(List<Post> posts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (var post : posts) {
                for (var picture : post.pictures()) {
                    var entry = new ZipEntry(picture.file());
                    entry.setTime(post.postedAt().toEpochMilli());
                    zip.putNextEntry(entry);
                    zip.write(jpeg(picture));
                    zip.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg(Picture picture) throws IOException {
        var drawing = Scene.draw(picture.kind(), picture.width(), picture.height(), picture.seed());
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawing.image(), null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
