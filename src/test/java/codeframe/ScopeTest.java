package codeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.project.Projects;
import codeframe.testing.MovedClock;
import codeframe.testing.RouteTable;
import codeframe.testing.TwoProjects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What another project holds is of no account: everything is asked for once with a second project beside the first, and
 * again when that one is gone. The answers are the same to the letter, and the same number of rows is written.
 */
class ScopeTest {
    private static final Map<RouteTable.Line, Came> BEFORE = new LinkedHashMap<>();
    private static TwoProjects world;

    /** @param grown rows that were written or taken away */
    private record Came(int status, String text, Map<String, Long> grown) {}

    @BeforeAll
    static void ask() {
        world = TwoProjects.start(new MovedClock());
        RouteTable.read().stream()
                .filter(line -> line.address().contains("{project}"))
                .forEach(line -> BEFORE.put(line, came(line)));
        world.app.jdbi().onDemand(Projects.class).delete(world.second.project());
        world.keep();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Came came(RouteTable.Line line) {
        var answer = line.send(world.least(line.role()), world.first);
        var grown = world.grown();
        world.restore();
        // New rows have new numbers.
        var text = line.method().equals("GET") ? answer.plain() : answer.plain().replaceAll("\\d+", "");
        return new Came(answer.status(), text, grown);
    }

    @TestFactory
    Stream<DynamicTest> an_answer_is_the_same_with_another_project_beside_it_and_without() {
        return BEFORE.entrySet().stream()
                .map(before -> dynamicTest(before.getKey().toString(), () -> {
                    var now = came(before.getKey());
                    assertThat(now.status()).isEqualTo(before.getValue().status());
                    assertThat(now.text()).isEqualTo(before.getValue().text());
                    assertThat(now.grown()).isEqualTo(before.getValue().grown());
                }));
    }
}
