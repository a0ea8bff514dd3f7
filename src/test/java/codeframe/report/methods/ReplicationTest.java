package codeframe.report.methods;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TwoProjects;
import codeframe.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive of a project in which some run cannot enter a regression. */
class ReplicationTest {
    private static TwoProjects world;

    @BeforeAll
    static void start() {
        world = TwoProjects.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void a_run_without_codes_for_a_regression_has_a_sentence_in_its_place_and_the_archive_is_whole() {
        // The run was refused every image: it can be held against gold, as wrong, and has no label to regress on.
        world.app.jdbi().useHandle(handle -> {
            handle.execute("delete from code where coder_id = 71001");
            handle.execute("delete from coding where coder_id = 71001");
            handle.execute("update run_item set outcome = 'refused' where run_id = 71001");
        });
        var archive = world.least(Role.VIEWER).get("/projects/1/replication.zip");
        assertThat(archive.status()).isEqualTo(200);
        assertThat(archive.text())
                .contains("regression/type-coder-71001.txt", "regression/type-coder-71003.csv")
                .contains("There is no table of these labels. No image has everything that this regression needs.")
                .doesNotContain("regression/type-coder-71001.csv");
    }
}
