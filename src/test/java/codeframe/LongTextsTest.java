package codeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.testing.Client;
import codeframe.testing.Furnished;
import codeframe.testing.RouteTable;
import codeframe.testing.Tables;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever text is typed into a form or sent as JSON, however long: it is kept or refused, and nothing breaks. */
class LongTextsTest {
    /** Random: what repeats itself is compressed and fits into an index after all. */
    private static final String LONG = new Random(1)
            .ints(8_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private static final Pattern FORM_VALUE = Pattern.compile("(?<==)[^&]*");
    private static final Pattern JSON_TEXT = Pattern.compile("(?<=: ?\")[^\"]*(?=\")");

    private static TestApp app;
    private static Tables tables;
    private static Furnished first;
    private static Map<Role, Client> people;
    private static Map<String, String> before;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "0", "CODEFRAME_HUB", "http://127.0.0.1:9"));
        first = Furnished.first(app.jdbi());
        Furnished.second(app.jdbi());
        var ona = Client.of(app, World.ONA);
        var cleo = Client.of(app, World.CLEO);
        people = Map.of(
                Role.ANYONE, Client.visitor(app),
                Role.SIGNED_IN, cleo,
                Role.VIEWER, cleo,
                Role.CODER, cleo,
                Role.OWNER, ona,
                Role.ADMIN, ona);
        first.learn(ona);
        tables = new Tables(app.jdbi());
        tables.keep();
        before = tables.sums();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @TestFactory
    Stream<DynamicTest> no_text_is_too_long_for_an_answer() {
        return RouteTable.read().stream()
                .filter(line -> line.body().startsWith("form ") || line.body().startsWith("json "))
                .map(line ->
                        dynamicTest(line.toString(), () -> longer(line.body()).forEach(body -> check(line, body))));
    }

    private static void check(RouteTable.Line line, String body) {
        try {
            var answer = new RouteTable.Line(
                            line.role(), line.method(), line.status(), line.remarks(), line.address(), body)
                    .send(people.get(line.role()), first);
            assertThat(answer.status()).as(body.replace(LONG, "…")).isLessThan(500);
            assertThat(answer.text())
                    .as("a limit of the field itself: " + body.replace(LONG, "…"))
                    .doesNotContain("One of the texts is too long to be kept");
        } finally {
            var now = tables.sums();
            tables.restore(before.keySet().stream()
                    .filter(table -> !now.get(table).equals(before.get(table)))
                    .toList());
        }
    }

    /** The body once for each of its texts, with that one made long. */
    private static List<String> longer(String body) {
        var values = (body.startsWith("form ") ? FORM_VALUE : JSON_TEXT).matcher(body);
        var all = new ArrayList<String>();
        while (values.find()) {
            all.add(body.substring(0, values.start()) + LONG + body.substring(values.end()));
        }
        return all;
    }
}
