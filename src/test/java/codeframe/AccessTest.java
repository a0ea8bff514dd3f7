package codeframe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.testing.Client;
import codeframe.testing.RouteTable;
import codeframe.testing.Routes;
import codeframe.testing.TwoProjects;
import codeframe.web.Role;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks every route with a request that it would answer, as everybody who must not: they are refused, and nothing has
 * changed. Two projects have one of everything, so that no refusal is had for want of the thing.
 */
class AccessTest {
    private static final List<RouteTable.Line> LINES = RouteTable.read();

    /** Tables without rows of a project, each with its reason. */
    private static final Map<String, String> NOT_OF_A_PROJECT = Map.ofEntries(
            entry("account_event", "a person's"),
            entry("api_token", "a person's"),
            entry("app_user", "a person"),
            entry("coding_habit", "a person's"),
            entry("demo", "of the installation"),
            entry("installation", "of the installation"),
            entry("job_failure", "of the installation"),
            entry("known_browser", "a person's"),
            entry("llm_place", "of the installation"),
            entry("node", "of the installation"),
            entry("reset_link", "a person's"),
            entry("scheduled_tasks", "what is to be done soon"),
            entry("session", "a person's"),
            entry("setup_link", "before there is anybody"),
            entry("sign_in_tries", "of an address or a browser"));

    private static final Map<RouteTable.Line, Map<String, List<String>>> HEADERS = new HashMap<>();

    private static TwoProjects world;

    @BeforeAll
    static void start() {
        world = TwoProjects.start(Clock.systemUTC(), Map.of("CODEFRAME_URL", "http://uni.example" + BasePathTest.PATH));
        world.addVideos();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void the_table_of_routes_has_every_route_with_its_role_and_no_other() {
        var told = LINES.stream()
                .map(line -> line.route() + " " + line.role())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Routes.of(world.app)
                        .map(route -> route.method.name() + " " + route.path + " " + roles(route))
                        .sorted())
                .as("routes.txt says who may use which route, and with what it is tried")
                .containsExactlyElementsOf(told);
    }

    private static String roles(Endpoint route) {
        var roles = route.metadata(Roles.class);
        return roles == null
                ? ""
                : roles.getRoles().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    @Test
    void a_route_of_a_project_names_a_role_of_the_project() {
        assertThat(LINES)
                .filteredOn(line -> line.address().contains("{project}"))
                .allMatch(line -> line.role().ofProject());
    }

    @Test
    void two_projects_have_a_row_in_every_table() {
        var empty = world.tables.names().stream()
                .filter(table -> !NOT_OF_A_PROJECT.containsKey(table))
                .filter(table -> world.tables.count(table, world.first.rows()) == 0
                        || world.tables.count(table, world.second.rows()) == 0);
        assertThat(empty).as("furnished.sql makes one of everything").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> the_least_person_with_the_role_gets_through() {
        return each(line -> true, line -> {
            var answer = line.send(world.least(line.role()), world.first);
            assertThat(answer.status()).as(answer.text()).isEqualTo(line.status());
            HEADERS.put(line, headers(answer));
            assertThat(BasePathTest.astray(answer))
                    .as("leads out of the address's path")
                    .isEmpty();
            assertThat(answer.text().contains(world.second.mark()))
                    .as("another project's things")
                    .isEqualTo(line.remarks().contains("everywhere"));
            var changed = world.changed();
            assertThat(!changed.isEmpty()).as("what it changes: " + changed).isEqualTo(line.writes());
            assertThat(world.tables.lost(changed, world.second.rows()))
                    .as("what was another project's")
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> below_the_role_nobody_gets_in_and_nothing_changes() {
        return each(line -> line.role() != Role.ANYONE, line -> {
            var visitor = line.send(world.least(Role.ANYONE), world.first);
            assertThat(visitor.status()).isEqualTo(line.address().startsWith("/api/") ? 401 : 302);
            assertThat(visitor.location()).matches("(" + BasePathTest.PATH + "/sign-in.*)?");
            for (var person : world.below(line.role())) {
                var answer = line.send(person, world.first);
                assertThat(answer.status()).as(answer.text()).isIn(403, 404);
                assertThat(answer.text().contains(world.first.mark()))
                        .as("no more than the project's name, and that to its people")
                        .isEqualTo(answer.status() == 403
                                && line.role().ofProject()
                                && !line.address().startsWith("/api/"));
            }
            assertThat(world.changed()).isEmpty();
        });
    }

    /** A thing of another project is as one that nobody has: the answers are the same to the letter. */
    @TestFactory
    Stream<DynamicTest> an_owner_finds_nothing_of_another_project_through_the_own_one() {
        return each(line -> line.address().contains("{project}") && line.namesThings(), line -> {
            var answer = line.sendThrough(world.other(), world.first, world.second);
            if (!line.remarks().contains("empty")) {
                assertThat(answer.status()).as(answer.text()).isIn(403, 404, 422);
                assertThat(world.changed()).isEmpty();
            }
            assertThat(world.tables.lost(world.changed(), world.first.rows())).isEmpty();
            world.restore();
            var absent = line.sendAbsent(world.other(), world.first, world.second);
            assertThat(answer.status()).isEqualTo(absent.status());
            assertThat(world.first.absent(answer.plain())).isEqualTo(absent.plain());
        });
    }

    /** No rows are put back in between: what was changed is found at the end, and only what writes is not asked twice. */
    @TestFactory
    Stream<DynamicTest> head_is_answered_as_get_without_a_body_and_leaves_nothing_behind() {
        var asked = LINES.stream()
                .filter(line -> line.method().equals("GET"))
                .map(line -> dynamicTest("HEAD of " + line, () -> head(line)));
        return Stream.concat(asked, Stream.of(dynamicTest("nothing has changed", () -> {
            assertThat(world.changed()).isEmpty();
        })));
    }

    private static void head(RouteTable.Line line) {
        for (var person : world.below(line.role()).stream().limit(1).toList()) {
            assertThat(line.head(person, world.first).status()).isIn(403, 404);
        }
        var head = line.head(world.least(line.role()), world.first);
        assertThat(head.text()).isEmpty();
        assertThat(head.status()).isEqualTo(line.status());
        if (!line.writes()) {
            assertThat(headers(head)).isEqualTo(HEADERS.computeIfAbsent(line, AccessTest::got));
        }
    }

    private static Map<String, List<String>> got(RouteTable.Line line) {
        return headers(line.send(world.least(line.role()), world.first));
    }

    /** Those that do not tell the time, which some files hold and are a byte longer for. */
    private static Map<String, List<String>> headers(Client.Answer answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("set-cookie");
        headers.replace("content-length", List.of("known"));
        return headers;
    }

    private static Stream<DynamicTest> each(Predicate<RouteTable.Line> which, Consumer<RouteTable.Line> check) {
        return LINES.stream()
                .filter(which)
                .map(line -> dynamicTest(line.toString(), () -> {
                    try {
                        check.accept(line);
                    } finally {
                        world.restore();
                    }
                }));
    }
}
