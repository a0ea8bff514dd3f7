package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.decode.Drawn;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.video.Clips;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench test}: an import of Instagram-sized pictures against decoding them and nothing else. */
@Tag("bench")
final class ImportBenchTest {
    private static final int PICTURES = 200;

    @Test
    void an_import_against_pure_decoding() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < PICTURES; i++) {
            files.put(i + ".jpg", Drawn.encoded(Drawn.feed(i), "jpeg"));
        }
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        files.values().stream().limit(40).forEach(file -> decoder.decode(file, verdict -> verdict));
        long begin = System.nanoTime();
        files.values().forEach(file -> decoder.decode(file, verdict -> verdict));
        double decoding = (System.nanoTime() - begin) / 1e9;
        double importing = importing(decoder, Upload.zip(files));
        System.out.printf(
                Locale.ROOT,
                "%d pictures of 1080 x 1350: decoding alone %.1f a second on one thread, import %.1f a second on two%n",
                PICTURES,
                PICTURES / decoding,
                PICTURES / importing);
    }

    private static double importing(ImageDecoder decoder, byte[] zip) throws Exception {
        try (var database = TestDb.fresh()) {
            World.populate(database.jdbi());
            var imports = database.jdbi().onDemand(Imports.class);
            long id = imports.create(1, null, ImportOptions.NONE.json());
            StoredPart.store(imports, id, "all.zip", new ByteArrayInputStream(zip));
            imports.enqueue(id);
            long begin = System.nanoTime();
            new ImportJob(database.jdbi(), decoder, Clips.taking(decoder), 2).run(id);
            assertThat(imports.find(1, id).orElseThrow().pictures()).isEqualTo(PICTURES);
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
