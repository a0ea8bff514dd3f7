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

/** Tables about images that are there: what is added at once, what waits for a look, and pictures of several posts. */
class CorrectionTest {
    private static final byte[] ONE = picture(1);
    private static final byte[] TWO = picture(2);
    private static final String HEADER = "image_path,post_id,username,posted_at,caption\n";

    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        app.jdbi().useHandle(handle -> handle.execute("delete from image"));
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_table_alone_describes_images_that_had_no_metadata() throws Exception {
        send(new Upload().file("a.png", ONE).file("b.png", TWO));
        String here = send(table(HEADER + "a.png,p1,anna,2021-03-01,hello\nz.png,p9,zoe,2021-03-01,nobody\n"));
        assertThat(texts("select path || ' ' || coalesce(account, '-') from image order by path"))
                .containsExactly("a.png anna", "b.png -");
        assertThat(texts("select text from post")).containsExactly("hello");
        assertThat(ona.get(here).body())
                .contains("Earlier images", "Rows without file")
                .doesNotContain("See what would change");
        assertThat(ona.get(here + "/rows-without-file.csv").body())
                .contains("z.png")
                .doesNotContain("a.png");
    }

    @Test
    void a_table_with_other_names_for_its_columns_corrects_the_same_fields_and_an_empty_cell_takes_nothing_away()
            throws Exception {
        send(new Upload()
                .file("a.png", ONE)
                .file("b.png", TWO)
                .file("t.csv", bytes(HEADER + "a.png,p1,anna,2021-03-01,hello\nb.png,p2,bert,2021-03-02,good\n")));
        String here =
                send(table("Dateiname;Konto;Datum;Text;Partei\na.png;anna;01.03.2021;;Grüne\nb.png;BERT;;besser;\n"));
        assertThat(texts("select changes::text from correction order by image_id"))
                .containsExactly(
                        "{\"Partei\": [\"\", \"Grüne\"]}",
                        "{\"caption\": [\"good\", \"besser\"], \"username\": [\"bert\", \"BERT\"]}");
        ona.post(here + "/corrections", "decision=replace");
        assertThat(texts("select path || ' ' || account || ' ' || posted_at::date from image order by path"))
                .containsExactly("a.png anna 2021-03-01", "b.png BERT 2021-03-02");
        assertThat(texts("select text from post order by text")).contains("besser", "hello");
        assertThat(texts("select metadata::text from image where path = 'b.png'")
                        .get(0))
                .contains("\"username\": \"BERT\"", "\"caption\": \"besser\"")
                .doesNotContain("Konto", "Dateiname");
    }

    @Test
    void a_date_in_another_column_beside_the_first_is_kept_where_the_new_cell_is_empty() throws Exception {
        send(new Upload().file("a.png", ONE).file("t.csv", bytes(HEADER + "a.png,p1,anna,2021-03-01,hello\n")));
        String here = send(table("image_path,posted_at,caption,date_fixed\na.png,2021-03-01,better,\n"));
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("update import_table set mapping = mapping || '{\"posted_at\": \"date_fixed\"}'"
                                + " where id = (select max(id) from import_table)"));
        ona.post(here + "/corrections", "decision=replace");
        assertThat(texts("select posted_at::date || ' ' || (select text from post) from image"))
                .containsExactly("2021-03-01 better");
    }

    @Test
    void a_corrected_table_is_shown_first_and_replaces_then_and_can_be_taken_back() throws Exception {
        send(new Upload()
                .file("a.png", ONE)
                .file("b.png", TWO)
                .file("t.csv", bytes(HEADER + "a.png,p1,anna,2021-03-01,hello\nb.png,p2,bert,2021-03-02,good\n")));
        String here = send(table("image_path,username,caption,party\na.png,ANNA,,<script>\nb.png,bert,good,\n"));
        assertThat(ona.get(here).body()).contains("differs from the metadata that is there for 1 image");
        assertThat(texts("select account from image where path = 'a.png'")).containsExactly("anna");

        var preview = ona.get(here + "/corrections").body();
        assertThat(preview)
                .contains("<del>anna</del>", "ANNA", "party", "&lt;script&gt;", "line 2 of t.csv")
                .doesNotContain("hello", "good", "<script>");
        assertThat(app.browser(World.VIC).get(here + "/corrections").body())
                .contains("ANNA")
                .doesNotContain("Replace these values");
        assertThat(ona.post(here + "/corrections", "decision=both").statusCode())
                .isEqualTo(422);

        ona.post(here + "/corrections", "decision=replace");
        assertThat(first("a.png")).isEqualTo("ANNA p1 2021-03-01 hello <script>");
        assertThat(first("b.png")).isEqualTo("bert p2 2021-03-02 good null");
        assertThat(ona.get("/projects/1/images/" + id("a.png")).body())
                .contains("corrected by", "username “anna” → “ANNA”", "party “” → “&lt;script&gt;”");
        assertThat(ona.get("/api/v1/projects/1/codes-wide.csv").body()).contains("ANNA,2021-03-01,hello,<script>");
        assertThat(texts("select what from event where what like 'corrected%'"))
                .containsExactly("corrected the metadata of 1 image by import 2");

        ona.post(here + "/corrections/take-back", "");
        finish(here);
        assertThat(first("a.png")).isEqualTo("anna p1 2021-03-01 hello null");
        assertThat(ona.get(here + "?as-it-is").body()).contains("differs from the metadata that is there for 1 image");
        ona.post(here + "/corrections", "decision=keep");
        assertThat(ona.get(here + "?as-it-is").body()).doesNotContain("differs from the metadata");
        assertThat(first("a.png")).isEqualTo("anna p1 2021-03-01 hello null");
    }

    @Test
    void the_same_table_again_changes_nothing_and_a_second_correction_finds_the_first() throws Exception {
        String table = HEADER + "a.png,p1,anna,2021-03-01,hello\n";
        send(new Upload().file("a.png", ONE).file("t.csv", bytes(table)));
        String again = send(new Upload().file("a.png", ONE).file("t.csv", bytes(table)));
        assertThat(ona.get(again).body()).doesNotContain("differs from the metadata");
        assertThat(number("select count(*) from appearance")).isZero();

        String first = send(table("image_path,caption\na.png,hi\n"));
        ona.post(first + "/corrections", "decision=replace");
        String second = send(table("image_path,caption\na.png,ho\n"));
        assertThat(ona.get(second + "/corrections").body())
                .contains("<del>hi</del>")
                .doesNotContain("hello");
        ona.post(second + "/corrections", "decision=replace");
        assertThat(first("a.png")).contains(" ho ");

        assertThat(ona.post(first + "/corrections/take-back", "").statusCode()).isEqualTo(409);
        assertThat(ona.post(first + "/columns", "table=1&image=image_path").statusCode())
                .isIn(404, 409);
        assertThat(first("a.png")).contains(" ho ");
        ona.post(second + "/corrections/take-back", "");
        finish(second);
        ona.post(first + "/corrections/take-back", "");
        finish(first);
        assertThat(first("a.png")).contains(" hello ");
    }

    @Test
    void a_picture_of_two_posts_is_one_image_that_appears_twice() throws Exception {
        send(new Upload()
                .file("a/1.png", ONE)
                .file("b/2.png", ONE)
                .file(
                        "t.csv",
                        bytes(HEADER + "a/1.png,p1,anna,2021-03-01,hello\nb/2.png,p2,bert,2022-05-02,shared\n")));
        assertThat(number("select count(*) from image")).isEqualTo(1);
        assertThat(texts("select account || ' ' || posted_at::date from appearance"))
                .containsExactly("bert 2022-05-02");
        assertThat(ona.get("/projects/1/images/" + id("a/1.png")).body()).contains("Also in", "p2", "by bert");

        String gallery = "/projects/1/images?";
        assertThat(ona.get(gallery + "account=bert").body()).contains("a/1.png");
        assertThat(ona.get(gallery + "account=anna&from=2021-01-01&to=2021-12-31")
                        .body())
                .contains("a/1.png");
        assertThat(ona.get(gallery + "account=anna&from=2022-01-01").body()).doesNotContain("a/1.png");
        assertThat(ona.get("/projects/1/images/filters").body()).contains("anna", "bert");
        String wide = "/api/v1/projects/1/codes-wide.csv";
        assertThat(lines(wide)).hasSize(2).anyMatch(line -> line.contains("It shows the same picture as image"));
        assertThat(lines(wide + "?unit=post"))
                .hasSize(2)
                .allMatch(line -> line.contains(",a/1.png,"))
                .anyMatch(line -> line.contains("b/2.png,p2,bert,2022-05-02,shared"));
        assertThat(ona.get(wide + "?unit=video").statusCode()).isEqualTo(422);

        String later =
                send(new Upload().file("c.png", ONE).file("t.csv", bytes(HEADER + "c.png,p3,carl,2023-01-01,too\n")));
        assertThat(number("select count(*) from appearance")).isEqualTo(2);
        assertThat(ona.get(later).body()).doesNotContain("differs from the metadata");
    }

    private List<String> lines(String path) {
        return ona.get(path).body().lines().skip(1).toList();
    }

    private String first(String path) {
        return texts("""
                select concat_ws(' ', i.account, p.external_id, to_char(i.posted_at at time zone 'UTC', 'YYYY-MM-DD'), p.text,
                                 coalesce(i.metadata ->> 'party', 'null'))
                from image i left join post p on p.id = i.post_id where i.path = '%s'
                """.formatted(path)).get(0);
    }

    private long id(String path) {
        return number("select id from image where path = '" + path + "'");
    }

    private static Upload table(String text) {
        return new Upload().file("t.csv", bytes(text));
    }

    private static byte[] picture(int seed) {
        return Drawn.encoded(Drawn.noise(20, 20, seed), "png");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    private long number(String sql) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
