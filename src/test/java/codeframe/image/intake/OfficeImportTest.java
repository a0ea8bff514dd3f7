package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.decode.Drawn;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workbooks are tables; what lies within a file of an office program is never an image of the study. */
class OfficeImportTest {
    private static final byte[] PICTURE = Drawn.encoded(Drawn.noise(20, 20, 1), "png");
    private static final byte[] OTHER = Drawn.encoded(Drawn.noise(20, 20, 2), "png");
    private TestApp app;
    private Api ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        ona = app.api(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_workbook_brings_its_rows_and_none_of_its_pictures() throws Exception {
        var state = importing(new Upload().file("a.png", PICTURE).file("posts.xlsx", withPicture(posts())));
        assertThat(state.get("accepted").asInt()).isEqualTo(1);
        assertThat(state.get("rejected")).isEmpty();
        assertThat(state.get("rows").asInt()).isEqualTo(1);
        assertThat(state.at("/remarks/0").asText()).startsWith("posts.xlsx: The workbook has the sheets Posts, Later;");
        assertThat(texts("select path || ' ' || account || ' ' || posted_at || ' ' || (metadata ->> 'id') from image"))
                .containsExactly("a.png anna 2026-11-23 00:00:00+00 1395842375913573205");
    }

    @Test
    void another_sheet_can_be_named_and_one_that_is_not_there_is_told() throws Exception {
        importing(new Upload().file("a.png", PICTURE).file("p.xlsx", posts()).text("options", "{\"sheet\":\"later\"}"));
        assertThat(texts("select account from image")).containsExactly("berta");
        var state = importing(new Upload().file("p.xlsx", posts()).text("options", "{\"sheet\":\"Codes\"}"));
        assertThat(state.at("/rejected/0/reason").asText())
                .isEqualTo("The workbook has no sheet \"Codes\". Its sheets are Posts, Later.");
    }

    @Test
    void a_workbook_within_a_zip_is_a_table_too() throws Exception {
        var zip = Upload.zip(Map.of("a.png", PICTURE, "meta/posts.xlsx", withPicture(posts())));
        assertThat(importing(new Upload().file("all.zip", zip)).get("accepted").asInt())
                .isEqualTo(1);
        assertThat(texts("select account from image")).containsExactly("anna");
    }

    @Test
    void documents_and_slides_are_refused_with_their_pictures() throws Exception {
        var word = Upload.zip(ordered("[Content_Types].xml", "word/document.xml", "word/media/image1.png"));
        var slides = Upload.zip(ordered("[Content_Types].xml", "ppt/slides/slide1.xml", "ppt/media/image1.png"));
        var state = importing(new Upload()
                .file("report.docx", word)
                .file("talk.zip", slides)
                .file("both.zip", Upload.zip(Map.of("report.docx", word))));
        assertThat(texts("select path from image")).isEmpty();
        assertThat(state.get("files").asInt()).isEqualTo(3);
        assertThat(state.get("rejected").findValuesAsText("reason"))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("a Word document", "Its pictures are not taken"),
                        reason -> assertThat(reason).contains("a PowerPoint file"),
                        reason -> assertThat(reason).contains("Office file inside the upload"));
    }

    @Test
    void the_cases_that_people_met_are_read() throws Exception {
        var cases = Path.of("../shared/material/import-cases");
        if (!Files.isDirectory(cases)) {
            return;
        }
        var state = importing(new Upload()
                .file("a.png", Files.readAllBytes(cases.resolve("xlsx-metadata/a.png")))
                .file("posts.xlsx", Files.readAllBytes(cases.resolve("xlsx-metadata/posts.xlsx")))
                .file("report.docx", Files.readAllBytes(cases.resolve("docx-with-picture/report.docx"))));
        assertThat(texts("select metadata ->> 'Caption' from image"))
                .as(state.toString())
                .containsExactly("eins");
        assertThat(state.at("/rejected/0/reason").asText()).contains("a Word document");
    }

    private static Map<String, byte[]> ordered(String... names) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : names) {
            files.put(name, name.endsWith(".png") ? PICTURE : new byte[] {'<', 'x', '/', '>'});
        }
        return files;
    }

    private static byte[] posts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            fill(book, "Posts", "anna");
            fill(book, "Later", "berta");
        }
        return out.toByteArray();
    }

    private static void fill(Workbook book, String sheet, String account) {
        var rows = book.newWorksheet(sheet);
        var header = List.of("file", "username", "timestamp", "id");
        for (int column = 0; column < header.size(); column++) {
            rows.value(0, column, header.get(column));
        }
        rows.value(1, 0, "a.png");
        rows.value(1, 1, account);
        rows.value(1, 2, 46349);
        rows.style(1, 2).format("dd/mm/yyyy").set();
        rows.value(1, 3, "1395842375913573205");
    }

    private static byte[] withPicture(byte[] workbook) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.put("xl/media/image1.png", OTHER);
        return Upload.zip(parts);
    }

    private List<String> texts(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private JsonNode importing(Upload upload) throws InterruptedException {
        var begun = ona.send(upload.request(ona.request("/api/v1/projects/1/imports")));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var path = "/api/v1/projects/1/imports/"
                + new Json(begun.body()).tree().get("id").asLong();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!ona.json(path).get("state").asText().equals("done")) {
            assertThat(System.nanoTime()).as("the import should be done by now").isLessThan(until);
            Thread.sleep(50);
        }
        return ona.json(path);
    }
}
