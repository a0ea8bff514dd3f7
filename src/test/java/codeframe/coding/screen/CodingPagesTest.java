package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coding screen as a plain page: what a browser without a script gets, and what is not there for others. */
class CodingPagesTest {
    private TestApp app;
    private SampledStudy study;
    private Browser cleo;
    private String path;
    private long image;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = SampledStudy.of(app.jdbi(), 3);
        path = "/projects/1/samples/" + study.sample(World.CLEO, World.ONA) + "/code";
        cleo = app.browser(World.CLEO);
        image = study.images.get(0);
        cleo.get(path);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String form(String answers) {
        return "decision=" + UUID.randomUUID() + "&version=1&image=" + image + "&" + answers;
    }

    @Test
    void the_form_works_without_a_script() {
        var answer = cleo.post(
                path,
                form("answer.image_type=poster&answer.crowd_size=small&answer.objects=flag&answer.objects=lectern"
                        + "&note=A+note&flagged=on"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(study.texts("select variable || '=' || coalesce(value, state) from code order by 1"))
                .containsExactly("crowd_size=not_applicable", "image_type=poster", "objects=flag", "objects=lectern");
        assertThat(study.texts("select note || flagged from coding")).containsExactly("A notetrue");
        assertThat(cleo.get(path).body()).contains("1 coded");
    }

    @Test
    void a_flag_and_a_note_stand_on_the_page_of_the_sample_for_whoever_may_see_the_code() {
        cleo.post(
                path,
                form("answer.image_type=poster&answer.crowd_size=small&answer.objects=flag"
                        + "&note=Is+<this>+a+poster%3F&flagged=on"));
        var page = path.replace("/code", "");
        assertThat(app.browser(World.VIC).get(page).body())
                .contains("Flags and notes", "Is &lt;this&gt; a poster?", "flagged", "Cleo");
        assertThat(app.browser(World.ONA).get(page).body()).doesNotContain("Flags and notes", "a poster?");
    }

    @Test
    void what_is_missing_is_said_beside_its_question_and_the_rest_is_kept() {
        var answer = cleo.post(path, form("answer.image_type=poster&note=Keep+me"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("needs an answer")
                .contains("Keep me")
                .contains("value=\"poster\" checked");
    }

    @Test
    void the_own_decision_can_be_opened_again_and_nobody_elses() {
        cleo.post(path, form("answer.image_type=portrait&answer.objects=none_of_these"));
        assertThat(cleo.get(path + "/" + image).body()).contains("value=\"portrait\" checked");
        var ona = app.browser(World.ONA);
        assertThat(ona.get(path + "/" + image).statusCode()).isEqualTo(404);
        ona.get(path);
        assertThat(ona.get(path + "/" + image).body()).doesNotContain("checked").doesNotContain("portrait\\\"");
        assertThat(app.browser(World.OZ).get(path + "/" + image).statusCode()).isEqualTo(404);
    }

    @Test
    void the_samples_of_a_coder_are_listed_with_how_far_they_are() {
        assertThat(cleo.get("/projects/1/code").body()).contains("Pilot", "3 images left for you", "0 of 3");
        assertThat(app.browser(World.VIC).get("/projects/1/code").statusCode()).isEqualTo(403);
    }

    @Test
    void the_post_is_hidden_where_the_owner_hides_it() {
        app.jdbi().useHandle(handle -> {
            handle.execute(
                    "insert into post (project_id, external_id, account, text) values (1, 'p', 'zuzana', 'Vote!')");
            handle.createScript("""
                            insert into import (project_id, state) values (1, 'done');
                            insert into import_part (import_id, name) values (1, 'posts.csv');
                            insert into import_table (import_id, part_id, position, name, columns, profile, mapping)
                                values (1, 1, 1, 'posts.csv', '{username,caption,likes}', 'generic', '{}');
                            insert into import_row (table_id, line, cells) values (1, 2, '{zuzana,Vote!,7}');
                            update image set post_id = 1, account = 'zuzana', row_id = 1
                            """).execute();
        });
        assertThat(cleo.get(path).body())
                .contains("Vote!", "About this image", "likes")
                .as("a column that repeats what stands there already")
                .doesNotContain("username", "caption");
        app.jdbi().useHandle(handle -> handle.execute("update sample set hide_post = true"));
        assertThat(cleo.get(path).body())
                .doesNotContain("Vote!")
                .doesNotContain("About this image")
                .doesNotContain("zuzana");
    }

    @Test
    void a_change_of_the_codebook_is_told_and_only_what_it_touches_is_coded_again() {
        cleo.post(path, form("answer.image_type=poster&answer.objects=flag"));
        study.study.publish(SampledStudy.CODEBOOK
                .replace("label: Portrait", "label: Face")
                .replace("Election posters in the street", "Any poster"));
        var page = cleo.get(path).body();
        assertThat(page).contains("The codebook is now version 2", "The rules for what belongs to", "1 image of yours");
        var again = path.replace("/code", "/again");
        assertThat(cleo.get(again).body()).contains("code/" + image);
        cleo.post(path.replace("/code", "/queue/read"), "");
        assertThat(cleo.get(path).body()).doesNotContain("is now version 2");
        assertThat(cleo.get(path.replace("/code", "/guide")).body()).contains("Any poster", "The rules for what");
        cleo.post(path, form("answer.image_type=poster&answer.objects=flag").replace("version=1", "version=2"));
        assertThat(cleo.get(again).body()).contains("Nothing to code again");
    }

    @Test
    void a_new_label_touches_nothing() {
        cleo.post(path, form("answer.image_type=portrait&answer.objects=flag"));
        study.study.publish(SampledStudy.CODEBOOK.replace("label: Portrait", "label: Face"));
        assertThat(cleo.get(path).body()).contains("None of your earlier codes is touched");
        assertThat(cleo.get(path.replace("/code", "/again")).body()).contains("Nothing to code again");
    }
}
