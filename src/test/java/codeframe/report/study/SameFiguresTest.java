package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.MovedClock;
import codeframe.testing.TwoProjects;
import codeframe.web.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report says the same however often it is asked for: the driver reads numbers otherwise from the fifth time on. */
class SameFiguresTest {
    private static final int TIMES = 16;

    private static TwoProjects world;

    @BeforeAll
    static void start() {
        world = TwoProjects.start(new MovedClock());
        world.first.addMany(world.app.jdbi(), 1, 30);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validation.json?variable=type&coder={run}&gold={gold}",
                "validation.csv?variable=type&coder={run}&gold={gold}",
                "agreement/{variable}/report.json",
                "samples/{sample}",
                "exports/table?form=wide"
            })
    void a_report_that_is_asked_for_again_is_the_same_to_the_letter(String address) {
        var path = world.first.fill("/projects/{project}/" + address);
        var first = world.least(Role.OWNER).get(path);
        assertThat(first.status()).isEqualTo(200);
        for (int i = 1; i < TIMES; i++) {
            assertThat(world.least(Role.OWNER).get(path).text()).isEqualTo(first.text());
        }
    }
}
