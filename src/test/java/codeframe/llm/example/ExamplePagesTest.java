package codeframe.llm.example;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Codebooks;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.llm.answer.AskedCodebooks;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExamplePagesTest {
    private static final String EXAMPLES = "/projects/1/codebook/examples";

    private TestApp app;
    private Browser ona;
    private PromptExamples examples;

    @BeforeEach
    void start() {
        app = TestApp.start();
        World.furnish(app.jdbi());
        app.jdbi().onDemand(Codebooks.class).publish(1, 1, AskedCodebooks.EVERY_TYPE, "");
        examples = app.jdbi().onDemand(PromptExamples.class);
        ona = app.browser(World.ONA);
        ona.get(EXAMPLES);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private java.net.http.HttpResponse<String> save(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(Browser.encode(fields[i]))
                    .append('=')
                    .append(Browser.encode(fields[i + 1]))
                    .append('&');
        }
        return ona.post(EXAMPLES + "/1", form.toString());
    }

    @Test
    void an_image_becomes_an_example_from_its_own_page_is_coded_and_taken_off_again() {
        assertThat(ona.get("/projects/1/images/1").body()).contains("href=\"" + EXAMPLES + "/1\"");
        assertThat(ona.get(EXAMPLES).body()).contains("No example yet");
        assertThat(ona.get(EXAMPLES + "/1").body()).contains("New example", "Number of people");
        var saved = save(
                "code:setting",
                "=indoors",
                "code:symbols",
                "=flag",
                "code:symbols",
                "=logo",
                "text:people",
                "2,0",
                "code:crowd",
                "?unsure",
                "code:room",
                "?not_applicable");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(examples.ofProject(1).get(0).example().codes())
                .containsExactly(
                        Code.of("setting", "indoors"),
                        Code.of("symbols", "flag"),
                        Code.of("symbols", "logo"),
                        Code.without("crowd", CodeState.UNSURE),
                        Code.of("people", "2"),
                        Code.without("room", CodeState.NOT_APPLICABLE));
        assertThat(ona.get(EXAMPLES).body())
                .contains("flag, logo", "not applicable", "Without a valid code for Slogan");
        assertThat(ona.get(EXAMPLES + "/1").body()).contains("Edit an example", "value=\"=indoors\" selected");
        assertThat(keptOutOfEvaluation(1)).containsExactly(1L);
        ona.post(EXAMPLES + "/1/remove", "");
        assertThat(examples.ofProject(1)).isEmpty();
        assertThat(keptOutOfEvaluation(1)).isEmpty();
    }

    @Test
    void what_cannot_be_a_code_is_said_beside_its_field_and_nothing_is_kept() {
        var refused = save(
                "code:setting",
                "=boat",
                "text:people",
                "many",
                "code:symbols",
                "=none_of_these",
                "code:symbols",
                "=flag",
                "code:crowd",
                "?perhaps");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("boat", "no category of", "needs a number", "exclude each other", "cannot be answered with");
        assertThat(save().body()).contains("An example needs a code at least");
        assertThat(save("code:setting", "?").statusCode()).isEqualTo(422);
        assertThat(examples.ofProject(1)).isEmpty();
    }

    @Test
    void it_begins_with_what_the_owner_said_about_the_image_and_nobody_else() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 1, 'Ona'), (1, 'person', 2, 'Cleo')
                    on conflict do nothing;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, id, 1, 1 from coder where kind = 'person';
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select coding.id, coder.id, 1, 'setting', case coder.user_id when 1 then 'outdoors' else 'indoors' end
                    from coding join coder on coder.id = coding.coder_id
                    where coding.sample_id is null and coder.kind = 'person'
                """).execute());
        assertThat(ona.get(EXAMPLES + "/1").body())
                .contains("value=\"=outdoors\" selected")
                .doesNotContain("value=\"=indoors\" selected");
    }

    @Test
    void what_a_run_was_shown_stays_out_of_evaluation_when_the_list_is_empty() {
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "update run set parameters = '{\"examples\": [1, 99], \"prompt\": {}}' where id = 1"));
        assertThat(keptOutOfEvaluation(1)).containsExactly(1L);
        assertThat(keptOutOfEvaluation(2)).isEmpty();
    }

    @Test
    void only_owners_reach_the_examples_and_only_with_images_of_the_project() {
        assertThat(app.browser(World.CLEO).get(EXAMPLES).statusCode()).isEqualTo(403);
        assertThat(app.browser(World.CLEO).get("/projects/1/images/1").body()).doesNotContain("Use as example");
        assertThat(ona.get(EXAMPLES + "/999").statusCode()).isEqualTo(404);
        assertThat(ona.post(EXAMPLES + "/999/remove", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_code_that_the_codebook_has_lost_is_not_taught() {
        examples.put(1, 1, codeframe.db.Json.of(List.of(Code.of("setting", "underwater"))), 1);
        var pool = new ExamplePool(AskedCodebooks.EVERY_TYPE, examples.ofProject(1));
        assertThat(pool.codes(pool.examples().get(0))).isEmpty();
        assertThat(pool.lacking(pool.examples().get(0))).contains("Setting");
    }

    private List<Long> keptOutOfEvaluation(long project) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select image_id from example_image where project_id = :project")
                                .bind("project", project)
                                .mapTo(Long.class)
                                .list());
    }
}
