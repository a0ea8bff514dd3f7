package codeframe.vote;

import static codeframe.vote.VoteStudy.ANNE;
import static codeframe.vote.VoteStudy.BEN;
import static codeframe.vote.VoteStudy.CARL;
import static codeframe.vote.VoteStudy.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Json;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vote of three leaves images open, and another coder is asked those alone; image 1 and 2 are sealed. */
class CascadeTest {
    private static TestApp app;
    private static VoteStudy study;
    private static Browser ona;
    private static long first;
    private static long coder;

    @BeforeAll
    static void leave_open() throws Exception {
        app = TestApp.start();
        study = new VoteStudy(app, 8);
        study.says(ANNE, "kind", "a", "a", "a", "a", "-", "?", "b", "a");
        study.says(BEN, "kind", "b", "b", "b", "-", "-", "b", "b", "a");
        study.says(CARL, "kind", "c", "b", "c", "c", "c", "b", "b", "a");
        study.says(SILENT, "kind", "c", "-", "c", "c");
        study.says(BEN, "themes", "war");
        study.says(CARL, "themes", "war");
        first = started("\"model\": \"majority\", \"voters\": [101, 102, 103], \"least\": 2");
        coder = coder(first);
        study.gold(8, "test", "kind", List.of(), "c", "b");
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void any_run_may_be_asked_only_what_an_earlier_one_left_open() throws Exception {
        assertThat(found("left=" + coder + ":kind:unsure"))
                .as("3 and 4 are ties, 5 has too few votes; of the sealed ones nothing is told, so both are among it")
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(found("left=" + coder + ":kind:0.9"))
                .as("of image 6 two were of one mind, of those who answered")
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(found("left=101,102:kind:differ")).containsExactly(1L, 2L, 3L, 6L);
        assertThat(found("left=101:kind:unsure")).containsExactly(1L, 2L, 6L);
        assertThat(found("left=101:kind:unsure&left=101,102:kind:differ")).containsExactly(1L, 2L, 3L, 6L);
        long next = started("\"model\": \"majority\", \"voters\": [102, 103], \"least\": 1,"
                + " \"images\": {\"filter\": {\"text\": \"png\", \"left\": \"" + coder + ":kind:unsure\"}}");
        assertThat(study.value("select total from run where id = " + next, Integer.class))
                .isEqualTo(5);
        var page = ona.get("/projects/1/runs/" + next).body();
        assertThat(page)
                .contains("left open in kind (coder " + coder + " unsure, or without an answer)")
                .contains("/votes/new?voters=" + coder + "&amp;voters=" + coder(next)
                        + "&amp;pass=unsure&amp;variables=kind&amp;text=png");
        assertThat(ona.get("/projects/1/votes/new?voters=103&voters=102&pass=unsure&variables=kind")
                        .body())
                .contains("value=\"kind\" checked")
                .doesNotContain("value=\"themes\" checked")
                .containsSubsequence("id=\"voter-103\"", "id=\"voter-102\"", "id=\"voter-101\"");
        for (var wrong : List.of("\"0.6\"", "\"differ\"")) {
            assertThat(asked("\"model\": \"cascade\", \"voters\": [" + coder + ", " + coder(next) + "], \"pass\": "
                                    + wrong)
                            .body())
                    .contains("was asked only what others left open in \\\"Kind\\\" (unsure, or without an answer)");
        }
        assertThat(asked("\"model\": \"cascade\", \"voters\": [" + coder + ", " + coder(next) + "]")
                        .statusCode())
                .isEqualTo(202);
        assertThat(ona.get("/projects/1/votes/new?voters=" + coder + "&voters=" + coder(next) + "&pass=0.6")
                        .body())
                .contains("id=\"rule-cascade\" name=\"model\" type=\"radio\" value=\"cascade\" checked")
                .contains("<option value=\"" + coder(next) + "\" selected")
                .contains("name=\"below\" type=\"text\" value=\"0.6\"");
        app.jdbi().useHandle(handle -> handle.execute("update sample set opened_at = now() where id = 8"));
        for (var report : List.of(
                "validation?variable=kind&coder=" + coder(next),
                "results?variable=kind&coder=" + coder(next),
                "compare?variable=kind&coder=" + coder + "&coder=" + coder(next),
                "validation/regression?outcome=kind:a&coder=" + coder(next))) {
            assertThat(ona.get("/projects/1/" + report).body())
                    .as(report)
                    .contains("asked only what another left open")
                    .contains("judge the cascade instead");
        }
        app.jdbi().useHandle(handle -> handle.execute("update sample set opened_at = null where id = 8"));
        var removal = ona.post("/projects/1/removals/preview", "query=left%3D101%253Akind%253Aunsure");
        assertThat(removal.statusCode()).isEqualTo(422);
        assertThat(removal.body()).contains("no reason to remove");
        for (var wrong : List.of("kind", coder + ":kind:sometimes", coder + ":kind:differ", coder + ":kind:1.5")) {
            assertThat(ona.get("/projects/1/images?left=" + wrong).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void what_is_sealed_or_coded_by_oneself_is_left_open_whatever_was_said() {
        var before = found("left=" + coder + ":kind:unsure");
        app.jdbi()
                .useHandle(handle -> handle.execute("update code set value = null, state = 'unsure' where image_id <= 2"
                        + " and coder_id = " + coder));
        assertThat(found("left=" + coder + ":kind:unsure")).isEqualTo(before);
        app.jdbi()
                .useHandle(handle -> handle.execute("update code set value = 'b', state = 'coded' where image_id <= 2"
                        + " and coder_id = " + coder));
        assertThat(found("left=" + coder + ":kind:unsure")).isEqualTo(before);
    }

    @Test
    void what_anybody_still_codes_blind_is_left_open_whoever_starts_the_run() {
        assertThat(found("left=" + coder + ":kind:unsure")).doesNotContain(7L);
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 2, 'Cleo');
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                    overriding system value values (9, 1, 'Pilot', 'pilot', 'simple', 50, '{kind}', 1, 1, 1, 1, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (9, 7, 1, true, 1);
                insert into sample_coder (sample_id, coder_id) select 9, id from coder where name = 'Cleo'
                """).execute());
        assertThat(found("left=" + coder + ":kind:unsure")).contains(7L);
        app.jdbi().useHandle(handle -> handle.execute("delete from sample where id = 9"));
    }

    @Test
    void what_no_vote_counts_settles_nothing() {
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("update coding set assisted = true where coder_id = 101 and image_id = 7"));
        assertThat(found("left=101:kind:unsure"))
                .as("coded with suggestions in sight")
                .containsExactly(1L, 2L, 6L, 7L);
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("update coding set assisted = false where coder_id = 101 and image_id = 7"));
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, closed_at)
                    overriding system value values (9, 1, 'Again', 'dev', 'simple', 50, '{kind}', 1, 1, 1, 1, 1, now());
                insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (9, 8, 1, true, 1);
                insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
                    values (1, 101, 8, 50, 9);
                insert into code (coding_id, coder_id, image_id, variable, state)
                    select id, 101, 8, 'kind', 'unsure' from coding where sample_id = 9
                """).execute());
        assertThat(found("left=101:kind:unsure")).as("the later of two codings").containsExactly(1L, 2L, 6L, 8L);
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from coding where sample_id = 9; delete from sample where id = 9
                """).execute());
    }

    @Test
    void who_decides_is_kept_of_every_image_and_costs_only_what_came_to_it() throws Exception {
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "update code set value = 'b', state = 'coded' where image_id = 2 and coder_id = " + coder));
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "update code set value = null, state = 'unsure' where image_id = 1 and coder_id = " + coder));
        long run = started("\"model\": \"cascade\", \"voters\": [" + coder + ", 104]");
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(image -> study.said(run, image, "kind")))
                .containsExactly("c", "b", "c", "c", "", "b", "b", "a");
        assertThat(study.value("select error from run_item where image_id = 5 and run_id = " + run, String.class))
                .isEqualTo("Passed on to Silent, who gave no answer to Kind.");
        assertThat(study.value(
                        "select string_agg(image_id || ' ' || decider_id, ', ' order by image_id) from cascade_decision"
                                + " where coder_id = " + coder(run),
                        String.class))
                .isEqualTo("1 104, 2 %1$d, 3 104, 4 104, 6 %1$d, 7 %1$d, 8 %1$d".formatted(coder));
        assertThat(study.value("select reached(" + coder(run) + ", 2)", Double.class))
                .as("four of eight came to the second")
                .isCloseTo(0.5, within(1e-9));
        assertThat(ona.get("/projects/1/images/3").body()).contains("decided by Silent");
        assertThat(ona.get("/projects/1/images/1").body()).doesNotContain("decided by Silent");
        assertThat(ona.get("/projects/1/runs/" + run).body()).contains("what is unsure, or without an answer");
        assertThat(ona.get("/projects/1/methods").body()).contains("one after another");
        app.jdbi().useHandle(handle -> handle.execute("update sample set opened_at = now() where id = 8"));
        assertThat(ona.get("/projects/1/runs/" + run + "/worth").body())
                .contains("The cascade is ")
                .contains("flatters the cascade on it")
                .doesNotContain("independent ones");
        app.jdbi().useHandle(handle -> handle.execute("update gold set sources = '[{\"coder\": 104}]'"));
        assertThat(ona.get("/projects/1/runs/" + run + "/worth").body())
                .contains("counts the codes of Silent, and these codes made the gold: it cannot be validated on it.");
        app.jdbi().useHandle(handle -> handle.execute("update sample set opened_at = null where id = 8"));
    }

    @Test
    void confidence_and_difference_pass_images_on_too() throws Exception {
        assertThat(asked("\"model\": \"cascade\", \"voters\": [101, 104], \"pass\": \"0.6\"")
                        .body())
                .contains("Anne does not tell how sure it is of");
        assertThat(asked("\"model\": \"cascade\", \"voters\": [101, 104], \"pass\": \"differ\"")
                        .body())
                .contains("Where coders differ, a third decides");
        assertThat(asked("\"model\": \"cascade\", \"voters\": [101, 104], \"pass\": \"often\"")
                        .body())
                .contains("write unsure, differ or a number from 0 to 1");
        app.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update code set confidence = case when image_id in (3, 4) then 0.7 else 0.9 end where coder_id = 101"));
        assertThat(found("left=101:kind:0.7")).containsExactly(1L, 2L, 6L);
        assertThat(found("left=101:kind:0.9")).containsExactly(1L, 2L, 3L, 4L, 6L);
        long below = started("\"model\": \"cascade\", \"voters\": [101, 104], \"pass\": \"0.9\"");
        assertThat(study.value("select reached(" + coder(below) + ", 2)", Double.class))
                .as("of the seven that anybody was asked three came to the second")
                .isCloseTo(3.0 / 7, within(1e-9));
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(image -> study.said(below, image, "kind")))
                .containsExactly("a", "a", "c", "c", "", "", "b", "a");
        long differ = started("\"model\": \"cascade\", \"voters\": [101, 102, 104], \"pass\": \"differ\"");
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(image -> study.said(differ, image, "kind")))
                .containsExactly("c", "", "c", "c", "", "", "b", "a");
        app.jdbi().useHandle(handle -> handle.execute("update code set confidence = null where coder_id = 101"));
    }

    @Test
    void of_several_values_the_least_sure_counts_for_the_filter_and_for_the_vote() {
        study.says(BEN, "themes", "-", "-", "-", "-", "-", "-", "war+peace");
        for (double least : new double[] {0.4, 0.7}) {
            app.jdbi().useHandle(handle -> handle.execute("""
                    update code set confidence = case value when 'war' then 0.9 else ? end
                    where coder_id = 102 and image_id = 7 and variable = 'themes'
                    """, least));
            assertThat(found("left=102:themes:0.6").contains(7L)).isEqualTo(least < 0.6);
            var said = app.jdbi()
                    .onDemand(VoteRows.class)
                    .said(1, List.of(102L), List.of(7L), List.of("themes"), "image", false);
            assertThat(new VotersAnswers(said).confidence(7, "themes", 102))
                    .hasValueSatisfying(confidence -> assertThat(confidence).isCloseTo(least, within(1e-6)));
        }
        app.jdbi().useHandle(handle -> handle.execute("""
                delete from code where coder_id = 102 and image_id = 7 and variable = 'themes'
                """));
    }

    @Test
    void the_page_chooses_what_is_passed_on_and_to_whom() {
        assertThat(ona.get("/projects/1/cascades/new?coder=101").body())
                .contains("id=\"coder-101\" name=\"coder\" type=\"checkbox\" value=\"101\" checked");
        var chosen =
                ona.get("/projects/1/cascades/new?coder=101&variable=kind&when=unsure&kind=clip&images=account%3Dx");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/projects/1/runs/new?account=x&left=101%3Akind%3Aunsure");
        assertThat(ona.get("/projects/1/votes/new?left=101%3Akind%3Aunsure").body())
                .contains("3 images will be voted on");
        assertThat(ona.post(
                                "/projects/1/samples/preview",
                                "name=Left&purpose=test&design=simple&by=account&of=&floor=5&size=3&seed=9&people=1"
                                        + "&variables=kind&codersEach=1&overlap=0&goldRule=unanimous&agreement=90&f1=80"
                                        + "&prevalence=10&shown=drawn_too&images=left%3D101%253Akind%253Aunsure")
                        .body())
                .contains("2 images of the frame are sealed or still being coded, and always among");
        refused("coder=101&variable=kind&when=differ&kind=clip", "takes two coders to differ");
        refused(
                "coder=101&coder=102&variable=kind&when=unsure&kind=clip",
                "One coder is unsure or confident at a time");
        refused("coder=101&variable=kind&when=below&below=much&kind=clip", "a number from 0 to 1");
        refused("coder=101&variable=kind&when=below&below=0.6&kind=clip", "does not tell how sure it is");
        refused("coder=101&variable=size&when=unsure&kind=clip", "has no answers to this variable");
        refused("variable=kind&when=unsure&kind=clip", "Choose who was asked first");
        refused("coder=101&variable=kind&when=unsure&kind=tarot", "Choose what is asked next");
    }

    private static void refused(String query, String sentence) {
        var answer = ona.get("/projects/1/cascades/new?" + query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    private static HttpResponse<String> asked(String how) {
        return app.api(World.ONA)
                .post(
                        "/api/v1/projects/1/runs",
                        "application/json",
                        "{\"kind\": \"vote\", \"variables\": [\"kind\"], " + how + "}");
    }

    private static long started(String how) throws InterruptedException {
        var answer = asked(how);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return study.ended(new Json(answer.body()).tree().get("id").asLong());
    }

    private static long coder(long run) {
        return study.value("select id from coder where run_id = " + run, Long.class);
    }

    private static List<Long> found(String query) {
        return app.api(World.ONA).json("/api/v1/projects/1/images?" + query).path("images").findValues("id").stream()
                .map(id -> id.asLong())
                .toList();
    }
}
