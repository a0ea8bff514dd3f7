package codeframe.project;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.screen.SampledStudy;
import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the home page says is next, from facts. */
class NextStepsTest {
    private static final long ONA = 1;
    private static final long CLEO = 2;
    private static final long VIC = 3;
    private static final long OZ = 4;

    private Database database;
    private Projects projects;
    private NextSteps next;

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        projects = database.jdbi().onDemand(Projects.class);
        next = new NextSteps(database.jdbi().onDemand(Waiting.class));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> facts(long user) {
        var project = projects.membership(1, user).orElseThrow();
        return next.of(project, user, projects.progress(1)).stream()
                .map(NextStep::fact)
                .toList();
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    @Test
    void a_new_study_goes_from_images_to_codebook_to_sample_to_run() {
        assertThat(facts(ONA)).containsExactly("No images yet");
        assertThat(facts(CLEO)).isEmpty();
        execute(
                "insert into blob (sha256, media_type, width, height, size, bytes) values ('\\x01', 'image/png', 1, 1, 1, '\\x00')");
        execute("insert into image (project_id, sha256, path) values (1, '\\x01', 'a.png')");
        assertThat(facts(ONA)).containsExactly("No codebook yet");
        execute(
                "insert into codebook_version (project_id, content) values (1, '{\"codebook\": \"Types\", \"variables\": []}')");
        assertThat(facts(ONA)).containsExactly("The codebook is a draft");
        execute("update codebook_version set number = 1, published_at = now()");
        assertThat(facts(ONA)).containsExactly("Nobody codes yet");
    }

    @Test
    void images_wait_for_who_may_code_them_and_for_nobody_else() {
        var study = SampledStudy.of(database.jdbi(), 5);
        long sample = study.sample(World.CLEO);
        assertThat(facts(CLEO)).containsExactly("5 images wait for you");
        assertThat(facts(ONA))
                .startsWith("“Pilot” is being coded: 0 of 5 codings done")
                .doesNotContain("wait for you");
        assertThat(facts(VIC)).isEmpty();
        assertThat(next.coding(CLEO)).singleElement().satisfies(step -> {
            assertThat(step.path()).isEqualTo("/projects/1/samples/" + sample + "/code");
            assertThat(step.detail()).contains("Pilot", "First study");
        });
        assertThat(next.coding(OZ)).isEmpty();
        execute("update member set role = 'viewer' where user_id = 2");
        assertThat(next.coding(CLEO)).as("no longer codes").isEmpty();
    }

    @Test
    void an_image_that_others_coded_or_one_coded_already_waits_no_more() {
        var study = SampledStudy.of(database.jdbi(), 3);
        long sample = study.sample(1, World.CLEO, World.ONA);
        assertThat(facts(CLEO)).containsExactly("3 images wait for you");
        execute(
                "update assignment set state = 'done' where position = 1 and coder_id = (select id from coder where user_id = 1)");
        execute("update sample_image set taken = 1 where image_id = " + study.images.get(0));
        assertThat(facts(CLEO)).containsExactly("2 images wait for you");
        execute(
                "update assignment set state = 'claimed', claimed_at = now() where position = 2 and coder_id = (select id from coder where user_id = 2)");
        execute("update sample_image set taken = 1 where image_id = " + study.images.get(1));
        assertThat(facts(CLEO)).as("what one was given is one's own").containsExactly("2 images wait for you");
        assertThat(facts(ONA)).startsWith("1 image waits for you");
        study.close(sample);
        assertThat(facts(CLEO)).isEmpty();
    }

    @Test
    void a_coded_sample_is_to_be_closed_then_settled() {
        var study = SampledStudy.of(database.jdbi(), 1);
        long sample = study.sample(World.CLEO, World.ONA);
        code(sample, 1, study.images.get(0), "poster");
        code(sample, 2, study.images.get(0), "crowd");
        execute("update assignment set state = 'done'");
        assertThat(facts(ONA)).startsWith("“Pilot” is coded");
        study.close(sample);
        assertThat(facts(ONA)).startsWith("1 code of “Pilot” is contested");
        assertThat(facts(CLEO)).isEmpty();
    }

    @Test
    void a_run_that_stopped_is_looked_at_until_a_later_one_was_done() {
        SampledStudy.of(database.jdbi(), 1);
        run("failed");
        assertThat(facts(ONA)).startsWith("The run “CLIP failed” stopped");
        assertThat(facts(VIC)).isEmpty();
        run("paused");
        run("done");
        assertThat(facts(ONA))
                .startsWith("The run “CLIP paused” is paused")
                .doesNotContain("The run “CLIP failed” stopped");
    }

    private void run(String state) {
        execute("""
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                select 1, 'clip', 'CLIP %s', 'demo', max(id), '{}', 1, '%s', 1 from codebook_version
                """.formatted(state, state));
    }

    private void code(long sample, long user, long image, String value) {
        execute("""
                with k as (
                    insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, outcome)
                    select 1, c.id, %d, v.id, %d, 'coded' from coder c, codebook_version v where c.user_id = %d
                    returning id, coder_id, image_id)
                insert into code (coding_id, coder_id, image_id, variable, value, state)
                select id, coder_id, image_id, 'image_type', '%s', 'coded' from k
                """.formatted(image, sample, user, value));
    }
}
