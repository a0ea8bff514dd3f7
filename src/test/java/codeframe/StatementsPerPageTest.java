package codeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.testing.MovedClock;
import codeframe.testing.RouteTable;
import codeframe.testing.Statements;
import codeframe.testing.TwoProjects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No page asks the database once per row: everything that can be got is got with five more rows of everything in the
 * project and again with fifty, and sends no statement more often. Fewer may do: a page that is full looks for no more.
 */
class StatementsPerPageTest {
    /** A methods section holds a validation of each run, each a report of its own. */
    private static final Pattern REPORT_OF_EACH_RUN = Pattern.compile("/projects/\\{project}/(methods|replication).*");

    /** What a timer sends, whatever page is asked for meanwhile. */
    private static final Pattern SIGN_OF_LIFE = Pattern.compile("(insert into|delete from) node\\b");

    private static final Map<RouteTable.Line, Map<String, Integer>> BEFORE = new LinkedHashMap<>();
    private static TwoProjects world;
    private static Statements statements;

    @BeforeAll
    static void ask() {
        world = TwoProjects.start(new MovedClock());
        statements = Statements.of(world.app.jdbi());
        world.first.addMany(world.app.jdbi(), 1, 5);
        world.keep();
        RouteTable.read().stream()
                .filter(line -> line.method().equals("GET"))
                .filter(line -> !REPORT_OF_EACH_RUN.matcher(line.address()).matches())
                .forEach(line -> BEFORE.put(line, sent(line)));
        world.first.addMany(world.app.jdbi(), 6, 50);
        world.keep();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Each statement with how often it was sent. */
    private static Map<String, Integer> sent(RouteTable.Line line) {
        var sent = new TreeMap<String, Integer>();
        statements
                .during(() -> assertThat(
                                line.send(world.least(line.role()), world.first).status())
                        .isEqualTo(line.status()))
                .stream()
                .filter(sql -> !SIGN_OF_LIFE.matcher(sql).lookingAt())
                .forEach(sql -> sent.merge(sql, 1, Integer::sum));
        if (line.writes()) {
            world.restore();
        }
        return sent;
    }

    @TestFactory
    Stream<DynamicTest> with_ten_times_the_rows_no_statement_is_sent_more_often() {
        return BEFORE.entrySet().stream()
                .map(before -> dynamicTest(
                        before.getKey().toString(),
                        () -> assertThat(more(before.getValue(), sent(before.getKey())))
                                .isEmpty()));
    }

    private static Map<String, String> more(Map<String, Integer> before, Map<String, Integer> after) {
        var more = new TreeMap<String, String>();
        after.forEach((sql, times) -> {
            int earlier = before.getOrDefault(sql, 0);
            if (times > earlier) {
                more.put(sql, earlier + " times became " + times);
            }
        });
        return more;
    }
}
