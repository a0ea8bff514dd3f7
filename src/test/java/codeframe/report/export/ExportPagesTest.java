package codeframe.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The exports page: what it counts is what the files hold. */
class ExportPagesTest {
    private static final String EXPORTS = "/projects/1/exports";
    private static TestApp app;
    private static Browser vic;
    private static long cleo;
    private static long clip;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        vic = app.browser(World.VIC);
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        cleo = study.person(World.CLEO);
        clip = study.run("clip", "CLIP drawings", "demo");
        long table = study.table("posts.csv", "id", "caption");
        for (int i = 0; i < 6; i++) {
            long image = study.image("folder/" + i + ".jpg");
            study.row(table, image, "", "x" + i, i == 0 ? "=1+1" : "caption " + i);
            long coding = study.coding(clip, image);
            study.code(coding, "image_type", i < 4 ? "poster" : "crowd", "coded", 0.5f, null);
            study.outcome(clip, image, "coded");
        }
        long refused = study.image("folder/refused.jpg");
        study.outcome(clip, refused, "unreadable_image");
        study.row(table, null, "", "lost", "nothing");
        long coding = study.coding(cleo, refused);
        study.code(coding, "objects", "flag");
        study.code(coding, "objects", "lectern");
        study.state(coding, "image_type", "unsure");
        study.left(coding, 4.25f, true, "A flag and a lectern; _x0041_");
        long settled = study.coding(study.gold(), refused);
        study.code(settled, "objects", "flag");
        study.settled(settled, "objects", "adjudicated", "No lectern to be seen", "ambiguous_image");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_counts_before_are_the_rows_of_the_file() {
        var page = vic.get(EXPORTS).body();
        assertThat(page)
                .contains("Wide: one row per image")
                .contains("7 images and 1 row of metadata without one")
                .contains("id becomes metadata_id")
                .contains("6 coded, 1 unreadable image")
                .contains("6 not coded");
        assertThat(lines(vic.get(EXPORTS + "/table?form=wide").body())).isEqualTo(1 + 8);
        var counts = vic.get(
                        EXPORTS + "/counts?form=long&chosen=1&coder=" + cleo + "&variable=objects&variable=image_type")
                .body();
        assertThat(counts).contains(">3<").doesNotContain("CLIP drawings");
        assertThat(lines(vic.get(EXPORTS + "/table?form=long&coder=" + cleo).body()))
                .isEqualTo(1 + 3);
    }

    private static long lines(String csv) {
        return csv.lines().count();
    }

    @Test
    void nothing_chosen_is_told_and_not_taken_for_everything() {
        assertThat(vic.get(EXPORTS + "/table?chosen=1&variable=objects").body()).contains("Choose at least one coder.");
        assertThat(vic.get(EXPORTS + "/table?chosen=1&coder=" + cleo).statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_workbook_writes_texts_as_texts() throws IOException {
        var sheet = unzipped(bytes("/projects/1/exports/table?form=wide&format=xlsx"), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<is><t>=1+1</t></is>")
                .contains("metadata_id")
                .doesNotContain("<f>");
        assertThat(sheet.split("<row ", -1)).hasSize(1 + 9);
    }

    @Test
    void a_coder_finds_the_own_codes_only() {
        var browser = app.browser(World.CLEO);
        assertThat(browser.get(EXPORTS).body())
                .contains("You find your own codes here")
                .doesNotContain("CLIP drawings");
        assertThat(browser.get(EXPORTS + "/table?coder=" + clip).statusCode()).isEqualTo(404);
        assertThat(browser.get(EXPORTS + "/contact-sheet?variable=image_type&coder=" + clip)
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get(EXPORTS + "/label-studio.json").body()).doesNotContain("CLIP drawings");
    }

    @Test
    void a_contact_sheet_is_one_file_that_draws_the_same_images_again() {
        var address = EXPORTS + "/contact-sheet?variable=image_type&n=2&seed=7&coder=" + clip;
        var sheet = vic.get(address).body();
        assertThat(sheet)
                .contains("understands drawings only")
                .contains("CLIP drawings")
                .contains("version 1")
                .contains("seed 7")
                .contains("Campaign Material")
                .contains("2 of 4 images")
                .contains("0 of 0 images")
                .contains("src=\"data:image/jpeg;base64,/9j/")
                .doesNotContain("<script")
                .doesNotContain("http://");
        assertThat(sheet.split("<img ", -1)).hasSize(1 + 4);
        assertThat(vic.get(address).body()).isEqualToIgnoringWhitespace(sheet);
        assertThat(vic.get(EXPORTS + "/contact-sheet?variable=people&coder=" + cleo)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void label_studio_gets_tasks_with_annotations_and_predictions_and_they_come_back() {
        var json = vic.get(EXPORTS + "/label-studio.json").body();
        var tasks = new Json(json).tree();
        assertThat(tasks).hasSize(7);
        assertThat(tasks.get(0).at("/data/image").asText()).isEqualTo("/data/local-files/?d=folder/0.jpg");
        assertThat(tasks.get(0).at("/predictions/0/result/0/value/choices/0").asText())
                .isEqualTo("Campaign Material");
        assertThat(tasks.get(6).get("annotations").findValuesAsText("coder")).containsExactly("Gold", "Cleo");
        assertThat(vic.get(EXPORTS + "/label-studio.xml").body())
                .contains("<Image name=\"image\" value=\"$image\"/>")
                .contains("<Choices name=\"objects\" toName=\"image\" choice=\"multiple\"");
        var report = new Json(app.api(World.ONA)
                        .post("/api/v1/projects/1/codes/label-studio?match=image", "application/json", json)
                        .body())
                .tree();
        assertThat(report.get("unmatched")).isEmpty();
        assertThat(report.get("codes").asInt()).isEqualTo(4);
        assertThat(report.get("notTaken").findValuesAsText("name")).contains("Coder_flag", "Adjudication_reason");
        assertThat(new CodedStudy(app.jdbi())
                        .texts("select k.note from coding k join coder r on r.id = k.coder_id where r.kind = 'imported'"
                                + " order by r.name"))
                .containsExactly("A flag and a lectern; _x0041_", "");
        app.jdbi().useHandle(handle -> handle.execute("delete from coder where kind = 'imported'"));
    }

    /** As Label Studio's documentation has it: fields of an annotation, results that point to a control of the configuration. */
    @Test
    void label_studio_gets_seconds_flags_notes_and_reasons_where_its_format_has_a_place() throws Exception {
        var config =
                LabelStudioConfig.read(vic.get(EXPORTS + "/label-studio.xml").body());
        var task =
                new Json(vic.get(EXPORTS + "/label-studio.json").body()).tree().get(6);
        for (var annotation : task.get("annotations")) {
            assertThat(annotation.fieldNames())
                    .toIterable()
                    .isSubsetOf("coder", "ground_truth", "lead_time", "result", "was_cancelled");
            config.check(annotation.get("result"));
        }
        var byCleo = task.get("annotations").get(1);
        assertThat(byCleo.get("lead_time").asDouble()).isEqualTo(4.25);
        assertThat(byCleo.get("result").findValuesAsText("from_name"))
                .containsExactly("image_type", "objects", "Coder_flag", "Coder_note");
        assertThat(byCleo.at("/result/3/value/text/0").asText()).isEqualTo("A flag and a lectern; _x0041_");
        var byGold = task.get("annotations").get(0);
        assertThat(byGold.has("lead_time")).isFalse();
        assertThat(byGold.at("/result/1/value/text/0").asText())
                .isEqualTo("objects: No lectern to be seen (ambiguous image)");
    }

    @Test
    void a_workbook_is_read_back_with_notes_and_reasons() throws Exception {
        try (var workbook = new org.dhatim.fastexcel.reader.ReadableWorkbook(
                new java.io.ByteArrayInputStream(bytes(EXPORTS + "/table?form=long&format=xlsx")))) {
            var rows = workbook.getFirstSheet().read();
            var header = rows.get(0).stream().map(cell -> cell.getText()).toList();
            assertThat(header).isEqualTo(Exported.COLUMNS);
            int note = header.indexOf("note");
            assertThat(rows.stream().map(row -> row.getCellText(note))).contains("A flag and a lectern; _x005F_x0041_");
            assertThat(rows.stream().map(row -> row.getCellText(header.indexOf("reason"))))
                    .contains("No lectern to be seen");
            assertThat(workbook.getSheets()).hasSize(1);
        }
    }

    private static byte[] bytes(String path) throws IOException {
        var request = HttpRequest.newBuilder(java.net.URI.create(app.url() + path))
                .header("Authorization", "Bearer " + World.token(World.VIC));
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unzipped(byte[] zip, String name) throws IOException {
        var file = Files.createTempFile("codeframe", ".xlsx");
        Files.write(file, zip);
        try (var in = new ZipFile(file.toFile())) {
            return new String(in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
