package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.decode.Drawn;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables whose columns or rows find no image, and what is said of each. */
class UnrecognisedTableTest {
    private static final byte[] PICTURE = Drawn.encoded(Drawn.noise(20, 20, 1), "png");
    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void columns_that_nobody_knows_lead_the_owner_to_the_mapper_at_once() throws Exception {
        String here = send(new Upload().file("x.png", PICTURE).file("t.csv", bytes("Was;Wer\nx.png;Öna\n")));
        var led = ona.get(here);
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).contains(here + "/columns");
        assertThat(ona.get(here + "/columns").body())
                .contains("None of the columns was recognised.", "Choose the column of either", here + "?as-it-is");
        assertThat(ona.get(here + "?as-it-is").statusCode()).isEqualTo(200);
        var viewer = app.browser(World.VIC).get(here);
        assertThat(viewer.statusCode()).isEqualTo(200);
        assertThat(viewer.body()).contains("none of its columns was recognised");

        ona.post(here + "/columns", "table=1&image=Was&account=Wer");
        finish(here);
        assertThat(ona.get(here).statusCode()).isEqualTo(200);
        assertThat(ona.get(here).body()).doesNotContain("none of its columns");
        assertThat(texts("select account from image")).containsExactly("Öna");
    }

    @Test
    void a_german_table_is_read_without_a_question() throws Exception {
        String here = send(new Upload()
                .file("x.png", PICTURE)
                .file("t.csv", bytes("Dateiname;Benutzername;Datum;Beschreibung\nX.PNG;öna;23.11.2026 08:30;Grüße\n")));
        assertThat(ona.get(here).statusCode()).isEqualTo(200);
        assertThat(texts("select account || ' ' || posted_at from image"))
                .containsExactly("öna 2026-11-23 08:30:00+00");
        assertThat(texts("select text from post")).containsExactly("Grüße");
    }

    @Test
    void a_row_whose_file_was_rejected_says_so() throws Exception {
        String here = send(new Upload()
                .file("a.png", bytes("no picture"))
                .file("t.csv", bytes("file,caption\na.png,one\nb.png,two\n")));
        assertThat(rows(here))
                .containsExactly(
                        "t.csv,2,\"Its file a.png was rejected: This is a text file, not an image.\",a.png,one",
                        "t.csv,3,No file of the upload and no image that is here already fits this row.,b.png,two");
    }

    @Test
    void ids_that_excel_has_rounded_are_told_and_make_no_posts() throws Exception {
        String here = send(new Upload()
                .file("1395842375913573205.png", PICTURE)
                .file("named.png", Drawn.encoded(Drawn.noise(20, 20, 2), "png"))
                .file("t.csv", bytes("ID;file;Caption\n1,39584E+18;;eins\n1.39584E+18;named.png;zwei\n")));
        assertThat(rows(here)).singleElement().asString().contains("\"\"1,39584E+18\"\" is an id that Excel took");
        assertThat(ona.get(here).body())
                .contains("t.csv: \"1,39584E+18\" is an id that Excel took for a number", "It is so in 2 rows.");
        assertThat(texts("select external_id from post"))
                .allSatisfy(id -> assertThat(id).startsWith("row "));
    }

    private List<String> rows(String here) {
        return ona.get(here + "/rows-without-file.csv").body().lines().skip(1).toList();
    }

    private static byte[] bytes(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    private String send(Upload upload) throws InterruptedException {
        var answer = upload.send(ona, "/projects/1/imports");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String path = answer.headers().firstValue("Location").orElseThrow();
        finish(path);
        return path;
    }

    private void finish(String path) throws InterruptedException {
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!app.jdbi()
                .onDemand(Imports.class)
                .find(1, id)
                .orElseThrow()
                .state()
                .equals("done")) {
            assertThat(System.nanoTime()).as("the import should be done by now").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private List<String> texts(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
