package codeframe.vote;

import static codeframe.vote.VoteStudy.ANNE;
import static codeframe.vote.VoteStudy.BEN;
import static codeframe.vote.VoteStudy.CARL;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far voters differ, as a filter of images and as a stratum; image 1 is sealed, and Cleo is to code image 2. */
class VoteSplitTest {
    private static TestApp app;
    private static Browser ona;
    private static long vote;

    @BeforeAll
    static void vote() throws Exception {
        app = TestApp.start();
        var study = new VoteStudy(app, 8);
        study.says(ANNE, "kind", "a", "a", "a", "a", "-", "?", "b", "a");
        study.says(BEN, "kind", "b", "b", "b", "-", "-", "b", "b", "a");
        study.says(CARL, "kind", "c", "b", "c", "c", "c", "b", "b", "a");
        long run = study.vote("majority", "kind", ANNE, BEN, CARL);
        study.gold(8, "test", "kind", List.of(), "a");
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 2, 'Cleo');
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                    overriding system value values (9, 1, 'Pilot', 'pilot', 'simple', 50, '{kind}', 1, 1, 1, 1, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (9, 2, 1, true, 1);
                insert into sample_coder (sample_id, coder_id) select 9, id from coder where name = 'Cleo'
                """).execute());
        vote = study.value("select id from coder where run_id = " + run, Long.class);
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void images_are_found_and_counted_by_how_far_voters_differ() {
        assertThat(found("none", World.ONA)).containsExactly(6L, 7L, 8L);
        assertThat(found("half", World.ONA)).isEmpty();
        assertThat(found("most", World.ONA)).as("image 1 is sealed").containsExactly(2L, 3L, 4L);
        assertThat(ona.get("/projects/1/images?split=" + vote + ":kind:most").body())
                .contains("/images/3?", "/images/4?")
                .doesNotContain("/images/6?", "/images/1?");
        assertThat(ona.get("/projects/1/images/filters").body())
                .contains(
                        ": Kind\">",
                        ">voters agree (3)</option>",
                        ">more than half of the pairs of voters differ (3)</option>");
        assertThat(ona.get("/projects/1/images/filters?text=3.png").body())
                .contains(">more than half of the pairs of voters differ (1)</option>")
                .doesNotContain("voters agree");
        for (var wrong : List.of("most", "x:kind:most", vote + ":kind:all")) {
            assertThat(ona.get("/projects/1/images?split=" + wrong).statusCode())
                    .isEqualTo(422);
        }
        assertThat(ona.get("/projects/1/images?split=" + vote + ":kind:all").body())
                .contains("none, half or most");
    }

    @Test
    void what_voters_said_of_sealed_images_or_of_those_one_codes_is_told_by_no_filter() {
        assertThat(found("most", World.CLEO)).as("image 2 is to be coded blind").containsExactly(3L, 4L);
        assertThat(app.browser(World.CLEO).get("/projects/1/images/filters").body())
                .contains(">more than half of the pairs of voters differ (2)</option>");
        assertThat(ona.get("/projects/1/images?sample=8&split=" + vote + ":kind:most")
                        .statusCode())
                .as("a sealed sample")
                .isEqualTo(404);
        assertThat(app.browser(World.CLEO)
                        .get("/projects/1/images?sample=9&split=" + vote + ":kind:most")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_sample_is_divided_by_how_far_voters_differ() {
        var api = app.api(World.ONA);
        var drawn = """
                {"name": "Doubt", "purpose": "pilot", "design": "stratified", "size": 4, "seed": 1, "variables": ["kind"],
                 "people": ["ona@example.org"], "shown": "drawn_too",
                 "strata": {"by": "split", "coder": %d, "variable": "kind", "floor": 1}}""";
        assertThat(api.post("/api/v1/projects/1/samples", "application/json", drawn.formatted(ANNE))
                        .body())
                .contains("only votes have voters who differ");
        var answer = api.post("/api/v1/projects/1/samples", "application/json", drawn.formatted(vote));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var strata = app.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select s ->> 'name' || ' ' || (s ->> 'size')
                        from sample, jsonb_array_elements(strata -> 'rows') s where name = 'Doubt'
                        order by 1
                        """).mapTo(String.class).list());
        assertThat(strata)
                .as("the sealed image is not drawn: its stratum would tell")
                .containsExactly(
                        "more than half of the pairs of voters differ 3", "voters agree 3", "voters not compared 1");
        assertThat(ona.get("/projects/1/samples/new").body())
                .contains("<option value=\"split\"")
                .contains("disagreement of voters");
    }

    private static List<Long> found(String extent, String person) {
        var images = app.api(person)
                .json("/api/v1/projects/1/images?split=" + vote + ":kind:" + extent)
                .path("images");
        return images.findValues("id").stream().map(id -> id.asLong()).toList();
    }
}
