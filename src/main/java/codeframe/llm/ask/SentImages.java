package codeframe.llm.ask;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.Reduced;
import codeframe.run.Outcome;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Makes images ready to be sent. */
public final class SentImages {
    private final Bytes bytes;
    private final ImageDecoder decoder;

    /** The stored files. */
    public interface Bytes {
        @SqlQuery("select bytes from blob where sha256 = :sha256")
        Optional<byte[]> bySha256(byte[] sha256);

        @SqlQuery("""
                select blob.bytes from image join blob on blob.sha256 = image.sha256
                where image.project_id = :project and image.id = :image
                """)
        Optional<byte[]> byImage(long project, long image);
    }

    public SentImages(Bytes bytes, ImageDecoder decoder) {
        this.bytes = bytes;
        this.decoder = decoder;
    }

    /** @throws ImageFailed when there is no picture to be made of it */
    public SentImage of(byte[] sha256, RunTerms terms) {
        return reduced(bytes.bySha256(sha256), terms);
    }

    /** An example of the project. */
    public SentImage shot(long project, long image, RunTerms terms) {
        return reduced(bytes.byImage(project, image), terms);
    }

    private SentImage reduced(Optional<byte[]> file, RunTerms terms) {
        var stored =
                file.orElseThrow(() -> new ImageFailed(Outcome.UNREADABLE_IMAGE, "The file of the image is gone."));
        return decoder.decode(
                stored,
                verdict -> verdict.map(
                        picture -> {
                            var reduced = Reduced.of(picture, terms.edge(), terms.format());
                            return new SentImage(
                                    reduced.bytes(), "image/" + terms.format(), reduced.width(), reduced.height());
                        },
                        rejected -> {
                            throw new ImageFailed(Outcome.UNREADABLE_IMAGE, rejected.reason());
                        }));
    }
}
