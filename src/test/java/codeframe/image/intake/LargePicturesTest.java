package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.image.decode.Drawn;
import codeframe.testing.Api;
import codeframe.testing.Program;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With little memory, valid pictures wait for each other; one that can never fit is too large, and none is damaged. */
@Timeout(300)
final class LargePicturesTest {
    @TempDir
    private Path data;

    private Database database;
    private Program program;
    private Api ona;

    @BeforeEach
    void start() {
        var url = TestDb.freshUrl();
        database = Database.open(url, 2);
        World.populate(database.jdbi());
        var settings = Map.of("DATABASE_URL", url, "CODEFRAME_DATA", data.toString(), "CODEFRAME_WORKERS", "2");
        program = Program.within("256m", settings);
        ona = new Api(program.address(), World.token(World.ONA));
    }

    @AfterEach
    void stop() {
        program.close();
        database.close();
    }

    @Test
    void valid_pictures_are_taken_or_too_large_for_the_memory() throws InterruptedException {
        var files = new TreeMap<String, byte[]>();
        files.put("colours.jpg", drawn(6_000, 4_000, BufferedImage.TYPE_3BYTE_BGR, "jpeg"));
        files.put("colours-too.jpg", drawn(6_000, 4_001, BufferedImage.TYPE_3BYTE_BGR, "jpeg"));
        files.put("greys.jpg", drawn(6_000, 4_000, BufferedImage.TYPE_BYTE_GRAY, "jpeg"));
        files.put("colours.png", drawn(6_000, 4_000, BufferedImage.TYPE_3BYTE_BGR, "png"));
        files.put("see-through.png", drawn(5_000, 4_000, BufferedImage.TYPE_4BYTE_ABGR, "png"));
        files.put("palette.gif", drawn(5_000, 4_000, BufferedImage.TYPE_BYTE_INDEXED, "gif"));
        files.put("one-colour.webp", Drawn.webp(5_000, 4_000));
        files.put("enormous.jpg", drawn(10_000, 9_900, BufferedImage.TYPE_BYTE_GRAY, "jpeg"));
        var found = imported(files);
        assertThat(found.get("enormous.jpg"))
                .contains("rejected", "too large for this server's memory", "-Xmx")
                .doesNotContain("cannot be decoded");
        found.remove("enormous.jpg");
        assertThat(found.values()).hasSize(7).allMatch("accepted"::equals);
        assertThat(program.output()).doesNotContain("import 1 failed");
    }

    private static byte[] drawn(int width, int height, int type, String format) {
        return Drawn.encoded(Drawn.quarters(width, height, type), format);
    }

    private Map<String, String> imported(Map<String, byte[]> files) throws InterruptedException {
        var upload = new Upload();
        files.forEach(upload::file);
        var answer = ona.send(upload.request(ona.request("/api/v1/projects/1/imports")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        while (!state().equals("done")) {
            Thread.sleep(50);
        }
        var found = new TreeMap<String, String>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select path, verdict || coalesce(' ' || reason, '') as what from import_item")
                        .mapToMap()
                        .forEach(row -> found.put((String) row.get("path"), (String) row.get("what"))));
        return found;
    }

    private String state() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select state from import")
                        .mapTo(String.class)
                        .one());
    }
}
