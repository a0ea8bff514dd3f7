package codeframe.removal;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.Furnished;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images are taken out of a project that has one of everything, see furnished.sql. */
class RemovalTest {
    private static final String REMOVALS = "/projects/1/removals";
    /** In the closed sample; two people, gold, all runs and an imported coder have coded it. */
    private static final long CODED = 71_005;
    /** In the sample that Cleo codes. */
    private static final long HELD = 71_001;

    private static final long SEALED = 71_007;
    /** In the opened test sample. */
    private static final long TESTED = 71_010;

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

    /** As the page of what goes sends it. */
    private HttpResponse<String> remove(String images, String reason) {
        var page = ona.post(REMOVALS + "/preview", images).body();
        var said = page.replaceAll("(?s).*name=\"said\" value=\"([^\"]*)\".*", "$1");
        return ona.post(REMOVALS, images + "&said=" + said + "&reason=" + Browser.encode(reason));
    }

    @Test
    void what_hangs_on_an_image_is_said_before_and_goes_with_it() {
        var page = ona.get("/projects/1/images/" + CODED + "/remove").body();
        assertThat(page)
                .containsPattern("3 codings by people: .* \\(1\\), .* \\(1\\), .* \\(1\\)<")
                .contains("5 codings of runs: ")
                .contains("1 image with gold", "1 place in samples: Sample onasown 2 (1)");
        assertThat(remove("image=" + CODED, "").body()).contains("Say why");
        assertThat(count("select count(*) from image")).isEqualTo(12);

        assertThat(remove("image=" + CODED, "The person <asked> for it").statusCode())
                .isEqualTo(303);
        assertThat(count("select count(*) from image")).isEqualTo(11);
        for (var table : new String[] {"coding", "code", "run_item", "sample_image", "assignment"}) {
            assertThat(count("select count(*) from " + table + " where image_id = " + CODED))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from post where id = " + CODED)).isZero();
        assertThat(count("select count(*) from import_row where id = " + CODED)).isZero();
        var gone = ona.get("/projects/1/images/" + CODED);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("removed from the project by Ona", "The person &lt;asked&gt; for it");
        assertThat(ona.get("/projects/1/images/" + CODED + "/remove").statusCode())
                .isEqualTo(410);
        assertThat(ona.get("/projects/1/history").body())
                .contains("removed 1 image, with 3 codings by people", "Reason: The person &lt;asked&gt; for it");
        assertThat(ona.get(REMOVALS).body()).contains("onasown/5.png", "5 codings of runs");

        assertThat(ona.get("/projects/1/posts/71002").body()).contains("1 picture of this post was removed");
        assertThat(remove("image=71003", "It was shown by a further post").statusCode())
                .isEqualTo(303);
        assertThat(ona.get("/projects/1/posts/71002").body()).contains("2 pictures of this post were removed");
    }

    @Test
    void what_a_model_was_told_of_an_image_and_said_goes_and_what_that_cost_stays() {
        app.jdbi().useHandle(handle -> handle.execute("""
                insert into llm_request (project_id, server_id, model, purpose, image_id, state, reserved, cost, expected_tokens,
                                         sent_at, told, answer, refusal, refused_with)
                select 1, (select min(id) from llm_server where project_id = 1), 'eye', 'try', id, 'answered', 0, 77, 1, now(),
                       '{"account":"ada"}', 'a face', 'no', 'a face it is'
                from image where id in (?, ?)
                """, CODED, HELD));
        assertThat(ona.get("/projects/1/images/" + CODED + "/remove").body()).contains("told of them in words");
        assertThat(remove("image=" + CODED, "No consent").statusCode()).isEqualTo(303);
        assertThat(count("select count(*) from llm_request where cost = 77")).isEqualTo(2);
        assertThat(count("""
                        select count(*) from llm_request
                        where cost = 77 and image_id is null and num_nulls(told, answer, refusal, refused_with) = 4
                        """)).isEqualTo(1);
        assertThat(count(
                        "select count(*) from llm_request where told = '{\"account\":\"ada\"}' and image_id = " + HELD))
                .as("of an image that stays")
                .isEqualTo(1);
    }

    @Test
    void bytes_that_no_other_project_shows_are_free_and_the_others_stay() {
        app.jdbi().useHandle(handle -> handle.execute("""
                insert into image (project_id, sha256, path) select 2, sha256, 'same.png' from image where id = ?
                """, CODED));
        assertThat(ona.post(REMOVALS + "/preview", "image=" + CODED).body()).contains("so no space is freed");
        remove("image=" + CODED + "&image=" + HELD, "No consent");
        assertThat(count("select count(*) from blob")).isEqualTo(11);
        assertThat(count("select count(*) from thumbnail")).isEqualTo(22);
        assertThat(count("select count(*) from embedding")).isEqualTo(11);
        assertThat(count("select count(*) from image i join blob b on b.sha256 = i.sha256 where i.path = 'same.png'"))
                .isEqualTo(1);
    }

    @Test
    void a_filter_of_the_gallery_is_removed_as_a_whole_and_nothing_means_nothing() {
        assertThat(ona.post(REMOVALS + "/preview", "query=").body()).contains("Tick the images that are meant");
        assertThat(remove("query=account%3Daonasown1", "Wrong account").statusCode())
                .isEqualTo(303);
        // Of the six odd ones two are in the sealed sample.
        assertThat(count("select count(*) from image where account = 'aonasown1'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from image")).isEqualTo(8);
    }

    @Test
    void images_of_a_sealed_test_sample_stay_until_it_is_opened() {
        var page = ona.get("/projects/1/images/" + SEALED + "/remove").body();
        assertThat(page)
                .contains("belongs to the sealed test sample", "Nothing can be removed")
                .doesNotContain("<textarea");
        var refused = ona.post(REMOVALS, "image=" + SEALED + "&said=9-9-9-9-9&reason=x");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("what a test rests on does not change before it is opened");
        assertThat(count("select count(*) from image")).isEqualTo(12);
        ona.post("/projects/1/samples/71003/open", "sure=yes");
        assertThat(remove("image=" + SEALED, "Broken file").statusCode()).isEqualTo(303);
        assertThat(count("select count(*) from image")).isEqualTo(11);
    }

    @Test
    void an_import_is_undone_but_for_what_is_sealed_or_came_again() {
        app.jdbi().useHandle(handle -> {
            handle.execute(
                    "insert into import (id, project_id, state) overriding system value values (71009, 1, 'done')");
            handle.execute(
                    "insert into import_part (id, import_id, name) overriding system value values (71009, 71009, 'b')");
            handle.execute("""
                    insert into import_item (import_id, part_id, position, path, verdict, image_id)
                    values (71009, 71009, 1, 'again.png', 'duplicate', ?)
                    """, CODED);
        });
        var page = ona.get("/projects/1/imports/71001/undo").body();
        assertThat(page)
                .contains(
                        "3 images stay, because they belong",
                        "1 image stays, because another import brought it",
                        "1 image that stays loses");
        assertThat(remove("import=71001", "Sent twice").statusCode()).isEqualTo(303);
        assertThat(count("select count(*) from image")).isEqualTo(4);
        assertThat(count("select import_id from image where id = " + CODED)).isEqualTo(71_009);
        assertThat(ona.get("/projects/1/imports/71001").body()).contains("8 images of this import were");
        assertThat(ona.get("/projects/1/imports").body()).contains("Undone");
        // What its tables said is left of the sealed images alone.
        assertThat(count("select count(*) from image where account is null and id = " + CODED))
                .isEqualTo(1);
        assertThat(count("select count(*) from image where account is not null"))
                .isEqualTo(3);
        assertThat(count("select count(*) from import_row where table_id = 71001"))
                .isEqualTo(3);
        assertThat(ona.get("/projects/1/history").body()).contains("undid import 71001: removed 8 images");
        assertThat(ona.get("/projects/1/imports/71001/undo").body()).contains("Nothing can be removed");
    }

    @Test
    void an_import_at_work_is_not_undone() {
        app.jdbi().useHandle(handle -> handle.execute("update import set state = 'running' where id = 71001"));
        assertThat(ona.get("/projects/1/imports/71001/undo").body()).contains("still at work");
        assertThat(ona.post(REMOVALS, "import=71001&reason=x&said=99-99-99-99-99")
                        .statusCode())
                .isEqualTo(409);
        assertThat(count("select count(*) from image")).isEqualTo(12);
    }

    @Test
    void when_more_hangs_on_it_than_was_said_it_is_said_again() {
        var refused = ona.post(REMOVALS, "image=" + CODED + "&said=1-2-5-1-1&reason=x");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Meanwhile more hangs on these images", "3 codings by people");
        assertThat(ona.post(REMOVALS, "image=" + CODED + "&reason=x").statusCode())
                .isEqualTo(409);
        assertThat(count("select count(*) from image")).isEqualTo(12);
    }

    @Test
    void outcomes_of_a_run_add_up_to_the_images_that_are_left_and_its_costs_stay() {
        long asked = count("select count(*) from llm_request");
        long total = count("select total from run where id = 71001");
        assertThat(remove("image=" + CODED, "No consent").statusCode()).isEqualTo(303);
        assertThat(count("select total from run where id = 71001")).isEqualTo(total - 1);
        assertThat(count("select count(*) from llm_request")).isEqualTo(asked);
        assertThat(ona.get("/projects/1/runs/71001").body()).contains("1 image was removed from the project since");
    }

    @Test
    void samples_and_reports_say_that_figures_are_without_them() {
        assertThat(remove("image=" + CODED, "Taken down by its author").statusCode())
                .isEqualTo(303);
        assertThat(ona.get("/projects/1/samples/71002").body())
                .contains("Removed since", "onasown/5.png", "Taken down by its author", "2 codings and gold");
        assertThat(remove("image=" + TESTED, "Taken down by its author").statusCode())
                .isEqualTo(303);
        for (var address : new String[] {
            "/projects/1/agreement?sample=71004",
            "/projects/1/agreement/type/report.csv?sample=71004",
            "/projects/1/validation?variable=type&coder=71001&sample=71004",
            "/projects/1/validation.csv?variable=type&coder=71001&sample=71004"
        }) {
            assertThat(ona.get(address).body().replace("\"\"", "\""))
                    .as(address)
                    .contains(
                            "1 of the 2 images drawn for \"Sample onasown 4\" was removed from the project later (1 with gold)");
        }
    }

    @Test
    void who_codes_it_at_that_moment_is_told_and_gets_the_next_one() {
        var cleo = app.browser(World.CLEO);
        cleo.get("/projects/1/samples/71001/code");
        assertThat(remove("image=" + HELD, "No consent").statusCode()).isEqualTo(303);
        var form = "image=" + HELD
                + "&decision=00000000-0000-0000-0000-000000000001&version=2&seconds=1&value.type=poster";
        var answer = cleo.post("/projects/1/samples/71001/code", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cleo.get("/projects/1/samples/71001/code").body())
                .contains(
                        "removed from the project by Ona", "No consent", "Here is the next one", "/images/71002/file");
    }
}
