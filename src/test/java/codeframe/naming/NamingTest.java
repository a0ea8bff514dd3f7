package codeframe.naming;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.Furnished;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs, samples and selections of a project that has one of everything, see furnished.sql. */
class NamingTest {
    private static final String RUNS = "/projects/1/runs/";
    private static final String SAMPLES = "/projects/1/samples/";
    private static final String SELECTIONS = "/projects/1/selections/";

    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.empty(Map.of("CODEFRAME_WORKERS", "0"), java.time.Clock.systemUTC());
        World.populate(app.jdbi());
        Furnished.first(app.jdbi());
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private long count(String sql) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void sql(String sql) {
        app.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private void stays(String thing, String... why) {
        assertThat(ona.get(thing + "/name").body()).contains(why).doesNotContain(thing + "/delete");
        var refused = ona.post(thing + "/delete", "");
        assertThat(refused.statusCode()).as(thing).isEqualTo(409);
        assertThat(refused.body()).contains("stays. ").contains(why);
    }

    @Test
    void a_name_and_a_note_are_seen_where_the_thing_is_and_in_the_history() {
        for (var thing : new String[] {RUNS + "71001", SAMPLES + "71002", SELECTIONS + "71002"}) {
            var form = "name=" + Browser.encode("The <better> one") + "&note=" + Browser.encode("Too \"dark\"?");
            assertThat(ona.post(thing + "/name", form).statusCode()).as(thing).isEqualTo(303);
            var page = thing.startsWith(SELECTIONS) ? "/projects/1/selections" : thing;
            assertThat(ona.get(page).body()).as(page).contains("The &lt;better&gt; one", "Too \"dark\"?");
        }
        assertThat(count("select count(*) from coder where name = 'The <better> one'"))
                .isEqualTo(1);
        assertThat(ona.get("/projects/1/history").body())
                .contains(
                        "renamed the run \"Run onasown 1\" to \"The &lt;better&gt; one\"",
                        "renamed the sample \"Sample onasown 2\"",
                        "wrote a note on the selection \"The &lt;better&gt; one\"");
    }

    @Test
    void a_name_is_one_line_and_what_was_typed_comes_back() {
        for (var name : new String[] {"", "a".repeat(201), "two\nlines"}) {
            var refused = ona.post(RUNS + "71001/name", "name=" + Browser.encode(name) + "&note=Mine");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("a name of one line", ">Mine</textarea>");
        }
        var refused = ona.post(RUNS + "71001/name", "name=x&note=" + "a".repeat(2001));
        assertThat(refused.body()).contains("A note has at most 2000 characters");
        assertThat(count("select count(*) from run where name = 'Run onasown 1' and note = ''"))
                .isEqualTo(1);
    }

    @Test
    void what_nothing_rests_on_is_deleted_and_nothing_else() {
        assertThat(ona.get(RUNS + "71005/name").body()).contains("Nothing rests on it. 10 codings go with it.");
        for (var thing : new String[] {RUNS + "71005", SAMPLES + "71005", SELECTIONS + "71003"}) {
            assertThat(ona.post(thing + "/delete", "").statusCode()).as(thing).isEqualTo(303);
            assertThat(ona.get(thing + "/name").statusCode()).as(thing).isEqualTo(404);
        }
        assertThat(count("select count(*) from coder where id = 71005")).isZero();
        assertThat(count("select count(*) from coding where coder_id = 71005")).isZero();
        assertThat(count("select count(*) from run")).isEqualTo(4);
        assertThat(count("select count(*) from sample")).isEqualTo(4);
        assertThat(count("select count(*) from selection")).isEqualTo(2);
        assertThat(count("select count(*) from image")).isEqualTo(12);
        assertThat(ona.get("/projects/1/history").body())
                .contains("deleted the run \"Run onasown 5\". 10 codings go with it.", "deleted the sample");
    }

    @Test
    void a_run_that_something_rests_on_stays() {
        stays(
                RUNS + "71001",
                "A test sample was opened with it",
                "A stability check",
                "Somebody judged 1 of its results");
        stays(RUNS + "71002", "the costs tell 10 requests of it");
        stays(RUNS + "71004", "It is at work. Cancel it first.");
        sql("update selection set query = 'code=71005%3Atype%3Aposter' where id = 71003");
        stays(RUNS + "71005", "The images of a sample, run or selection were chosen by its codes");
        sql("update selection set query = 'code=710051%3Atype%3Aposter' where id = 71003");
        sql("update sample set strata = '{\"by\": {\"by\": \"category\", \"coder\": 71005}}' where id = 71005");
        stays(RUNS + "71005", "The images of a sample, run or selection were chosen by its codes");
        assertThat(count("select count(*) from run")).isEqualTo(5);
    }

    @Test
    void a_sample_that_something_rests_on_stays() {
        stays(SAMPLES + "71002", "codings were made for it", "1 image that was coded for it was removed later");
        stays(SAMPLES + "71004", "It is an opened test sample");
        sql("update sample set purpose = 'test' where id = 71005");
        stays(SAMPLES + "71005", "It is a sealed test sample, and a run has coded its images");
        sql("update sample set purpose = 'pilot' where id = 71005");
        sql("update run set images = '{\"query\": \"kind=x&sample=71005\"}' where id = 71005");
        stays(SAMPLES + "71005", "A sample, run or selection was made from its images");
        assertThat(count("select count(*) from sample")).isEqualTo(5);
    }

    @Test
    void a_selection_that_something_rests_on_stays() {
        stays(SELECTIONS + "71001", "A stability check was made of it");
        sql("update sample set frame = '{\"query\": \"selection=71003\"}' where id = 71005");
        stays(SELECTIONS + "71003", "was made from it");
        assertThat(count("select count(*) from selection")).isEqualTo(3);
    }
}
