package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Database;
import codeframe.image.decode.Drawn;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.Verdict;
import codeframe.testing.TestDb;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors of pictures as people see them, and as their files store them, never stand for one another. */
class SightTest {
    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);

    @TempDir
    Path folder;

    private Database database;
    private Models models;
    private Models.Loaded loaded;
    private byte[] plain;
    private byte[] marked;

    @BeforeEach
    void store_pictures() throws IOException {
        TinyModel.install(folder.resolve("models/tiny"));
        database = TestDb.fresh();
        models = new Models(new ModelDirectory(folder.resolve("models"), folder.resolve("demo")));
        loaded = models.open("tiny", Precision.FP32);
        var png = Drawn.encoded(Drawn.quarters(90, 70, BufferedImage.TYPE_INT_RGB), "png");
        plain = stored(png);
        marked = stored(Drawn.orientedPng(png, 6));
    }

    @AfterEach
    void close() {
        models.close();
        database.close();
    }

    @Test
    void a_marked_picture_is_seen_turned_or_as_stored_and_each_vector_is_kept_apart() {
        var asStored = vector(Sight.STORED, marked);
        var upright = vector(Sight.UPRIGHT, marked);
        assertThat(asStored.vector()).containsExactly(direct(false), within(1e-6f));
        assertThat(upright.vector()).containsExactly(direct(true), within(1e-6f));
        assertThat(Vectors.dot(asStored.vector(), upright.vector())).isLessThan(0.9999f);
        assertThat(upright.reused()).isFalse();
        assertThat(vector(Sight.STORED, marked).vector()).isEqualTo(asStored.vector());
        assertThat(vector(Sight.UPRIGHT, marked).vector()).isEqualTo(upright.vector());
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void a_picture_without_a_mark_has_one_vector_for_both() {
        assertThat(vector(Sight.UPRIGHT, plain).reused()).isFalse();
        assertThat(vector(Sight.STORED, plain).reused()).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    /** Vectors from before this could be chosen are of pictures that nobody has looked at for a mark. */
    @Test
    void an_older_vector_serves_a_picture_without_a_mark_and_no_other() {
        vector(Sight.STORED, plain);
        vector(Sight.STORED, marked);
        database.jdbi().useHandle(handle -> handle.execute("update blob set turned = null"));
        assertThat(vector(Sight.UPRIGHT, plain).reused()).isTrue();
        assertThat(vector(Sight.UPRIGHT, marked).reused()).isFalse();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void a_run_that_is_silent_is_from_before_and_saw_pictures_as_stored() {
        assertThat(Sight.of("")).contains(Sight.STORED);
        assertThat(Sight.of("sideways")).isEmpty();
    }

    private ImageVectors.Found vector(Sight sight, byte[] sha256) {
        var embeddings = database.jdbi().onDemand(Embeddings.class);
        return new ImageVectors(embeddings, DECODER, loaded, sight, VectorOrigins.UNKNOWN)
                .of(List.of(sha256))
                .get(ImageVectors.key(sha256));
    }

    private float[] direct(boolean turned) {
        var quarters = Drawn.quarters(90, 70, BufferedImage.TYPE_INT_RGB);
        var bytes = Drawn.orientedPng(Drawn.encoded(quarters, "png"), turned ? 6 : 1);
        var image = DECODER.decode(bytes, verdict -> verdict).map(Verdict.Picture::upright, rejected -> null);
        assertThat(image.getWidth()).isEqualTo(turned ? 70 : 90);
        return loaded.model().embedImages(List.of(Pixels.of(image)))[0];
    }

    private int rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from embedding")
                        .mapTo(Integer.class)
                        .one());
    }

    private byte[] stored(byte[] bytes) {
        var sha256 = ModelHash.sha256().digest(bytes);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into blob (sha256, media_type, width, height, size, bytes) values (?, 'image/png', 1, 1, ?, ?)",
                        sha256,
                        bytes.length,
                        bytes));
        return sha256;
    }
}
