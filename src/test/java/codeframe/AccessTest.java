package codeframe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.testing.Client;
import codeframe.testing.Furnished;
import codeframe.testing.RouteTable;
import codeframe.testing.Routes;
import codeframe.testing.Tables;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Role;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
            entry("known_browser", "a person's"),
            entry("reset_link", "a person's"),
            entry("scheduled_tasks", "what is to be done soon"),
            entry("session", "a person's"),
            entry("setup_link", "before there is anybody"),
            entry("sign_in_tries", "of an address or a browser"));

    private static TestApp app;
    private static Tables tables;
    private static Furnished first;
    private static Furnished second;
    private static Map<Role, Client> least;
    private static Map<Role, List<Client>> below;
    private static Client oz;
    private static Map<String, String> before;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "0", "CODEFRAME_HUB", "http://127.0.0.1:9"));
        first = Furnished.first(app.jdbi());
        second = Furnished.second(app.jdbi());
        var nobody = Client.visitor(app);
        var stranger = Client.of(app, World.PAT);
        oz = Client.of(app, World.OZ);
        var vic = Client.of(app, World.VIC);
        var cleo = Client.of(app, World.CLEO);
        var ona = Client.of(app, World.ONA);
        least = Map.of(
                Role.ANYONE, nobody,
                Role.SIGNED_IN, vic,
                Role.ADMIN, ona,
                Role.VIEWER, vic,
                Role.CODER, cleo,
                Role.OWNER, ona);
        below = Map.of(
                Role.ANYONE, List.of(),
                Role.SIGNED_IN, List.of(),
                Role.ADMIN, List.of(oz),
                Role.VIEWER, List.of(stranger, oz),
                Role.CODER, List.of(stranger, oz, vic),
                Role.OWNER, List.of(stranger, oz, vic, cleo));
        first.learn(ona);
        second.learn(oz);
        tables = new Tables(app.jdbi());
        tables.keep();
        before = tables.sums();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_table_of_routes_has_every_route_with_its_role_and_no_other() {
        var told = LINES.stream()
                .map(line -> line.route() + " " + line.role())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Routes.of(app)
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
        var empty = tables.names().stream()
                .filter(table -> !NOT_OF_A_PROJECT.containsKey(table))
                .filter(table -> tables.count(table, first.rows()) == 0 || tables.count(table, second.rows()) == 0);
        assertThat(empty).as("furnished.sql makes one of everything").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> the_least_person_with_the_role_gets_through() {
        return each(line -> true, (line, changed) -> {
            var answer = line.send(least.get(line.role()), first);
            assertThat(answer.status()).as(answer.text()).isEqualTo(line.status());
            assertThat(answer.text()).as("another project's things").doesNotContain(second.mark());
            var tables = changed.get();
            assertThat(!tables.isEmpty()).as("it changes something").isEqualTo(line.writes());
            assertThat(AccessTest.tables.lost(tables, second.rows()))
                    .as("what was another project's")
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> below_the_role_nobody_gets_in_and_nothing_changes() {
        return each(line -> line.role() != Role.ANYONE, (line, changed) -> {
            var visitor = line.send(least.get(Role.ANYONE), first);
            assertThat(visitor.status()).isEqualTo(line.address().startsWith("/api/") ? 401 : 302);
            assertThat(visitor.location()).matches("(/sign-in.*)?");
            for (var person : below.get(line.role())) {
                var answer = line.send(person, first);
                assertThat(answer.status()).as(answer.text()).isIn(403, 404);
                assertThat(answer.text().contains(first.mark()))
                        .as("no more than the project's name, and that to its people")
                        .isEqualTo(answer.status() == 403
                                && line.role().ofProject()
                                && !line.address().startsWith("/api/"));
            }
            assertThat(changed.get()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> an_owner_finds_nothing_of_another_project_through_the_own_one() {
        return each(line -> line.address().contains("{project}") && line.namesThings(), (line, changed) -> {
            var answer = line.sendThrough(oz, first, second);
            if (!line.remarks().contains("empty")) {
                assertThat(answer.status()).as(answer.text()).isIn(404, 422);
                assertThat(changed.get()).isEmpty();
            }
            assertThat(answer.text()).doesNotContain(first.mark());
            assertThat(tables.lost(changed.get(), first.rows())).isEmpty();
        });
    }

    /** A test of one line, told which tables it has changed so far; they are put back after it. */
    private interface Check {
        void of(RouteTable.Line line, Supplier<Set<String>> changed);
    }

    private static Stream<DynamicTest> each(Predicate<RouteTable.Line> which, Check check) {
        return LINES.stream()
                .filter(which)
                .map(line -> dynamicTest(line.toString(), () -> {
                    try {
                        check.of(line, AccessTest::changed);
                    } finally {
                        tables.restore(changed());
                    }
                }));
    }

    private static Set<String> changed() {
        var now = tables.sums();
        return before.keySet().stream()
                .filter(table -> !now.get(table).equals(before.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
