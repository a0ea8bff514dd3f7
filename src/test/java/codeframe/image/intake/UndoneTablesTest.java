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

/** What the tables of an import said goes when it is undone, and what others say of the same images is left. */
class UndoneTablesTest {
    private static final byte[] ONE = picture(1);
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
    void images_that_a_table_alone_described_are_without_metadata_again() throws Exception {
        send(new Upload().file("a.png", ONE));
        String here = send(table("a.png,p1,anna,2021-03-01,hello\n"));
        assertThat(ona.get(here).body()).contains("Undo this import");
        assertThat(ona.get(here + "/undo").body())
                .contains("1 image that stays loses what the tables of this import say", "Undo the import");
        undo(here);
        assertThat(texts("select path || ' ' || coalesce(account, '-') || metadata from image"))
                .containsExactly("a.png -{}");
        assertThat(number("select count(*) from post")).isZero();
        assertThat(number("select count(*) from import_row")).isZero();
        assertThat(ona.get("/projects/1/imports").body()).contains("Undone");
    }

    @Test
    void the_next_post_of_a_picture_takes_the_place_of_the_one_that_went() throws Exception {
        String first = send(new Upload().file("a.png", ONE).file("t.csv", rows("a.png,p1,anna,2021-03-01,hello\n")));
        send(new Upload().file("c.png", ONE).file("t.csv", rows("c.png,p3,carl,2023-01-01,too\n")));
        undo(first);
        assertThat(texts("select i.account || ' ' || p.text from image i join post p on p.id = i.post_id"))
                .containsExactly("carl too");
        assertThat(number("select count(*) from appearance")).isZero();
        assertThat(texts("select text from post")).containsExactly("too");
    }

    @Test
    void where_another_import_said_the_same_it_is_said_still() throws Exception {
        var same = rows("a.png,p1,anna,2021-03-01,hello\n");
        String first = send(new Upload().file("a.png", ONE).file("t.csv", same));
        send(new Upload().file("a.png", ONE).file("t.csv", same));
        undo(first);
        assertThat(texts("select i.account || ' ' || p.text from image i join post p on p.id = i.post_id"))
                .containsExactly("anna hello");
        assertThat(number("select t.import_id from image i join import_row r on r.id = i.row_id"
                        + " join import_table t on t.id = r.table_id"))
                .isEqualTo(2);
    }

    @Test
    void what_it_had_corrected_is_as_it_was_before() throws Exception {
        send(new Upload().file("a.png", ONE).file("t.csv", rows("a.png,p1,anna,2021-03-01,hello\n")));
        String here = send(table("a.png,p1,ANNA,2021-03-01,hello\n"));
        ona.post(here + "/corrections", "decision=replace");
        assertThat(texts("select account from image")).containsExactly("ANNA");
        undo(here);
        assertThat(texts("select account from image")).containsExactly("anna");
        assertThat(ona.get("/projects/1/history").body())
                .contains("took back what import 2 had corrected: 1 image", "undid import 2");
    }

    private void undo(String here) {
        var number = here.substring(here.lastIndexOf('/') + 1);
        var answer = ona.post("/projects/1/removals", "import=" + number + "&reason=Wrong&said=9-9-9-9-9");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static byte[] rows(String text) {
        return bytes(HEADER + text);
    }

    private static Upload table(String text) {
        return new Upload().file("t.csv", rows(text));
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
