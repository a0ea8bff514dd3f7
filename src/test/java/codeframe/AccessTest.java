package codeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.testing.Routes;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Role;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks Javalin's own route table: no route is open by oversight, no thing of another project can be reached. */
class AccessTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        World.furnish(app.jdbi());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @TestFactory
    Stream<DynamicTest> every_route_names_its_role() {
        return routes().map(route -> dynamicTest(
                name(route),
                () -> assertThat(roles(route))
                        .as("a route must name exactly one role")
                        .hasSize(1)));
    }

    @TestFactory
    Stream<DynamicTest> a_route_of_a_project_names_a_role_of_the_project() {
        return routes().filter(route -> route.path.contains("{project}"))
                .map(route -> dynamicTest(
                        name(route), () -> assertThat(roles(route)).allMatch(role -> ((Role) role).ofProject())));
    }

    @TestFactory
    Stream<DynamicTest> a_visitor_gets_into_nothing_that_names_a_role() {
        var visitor = app.visitor();
        visitor.get("/sign-in");
        return routes().filter(route -> !roles(route).contains(Role.ANYONE))
                .map(route -> dynamicTest(name(route), () -> {
                    int status = visitor.send(route.method.name(), path(route, 1), "")
                            .statusCode();
                    assertThat(status).isEqualTo(route.path.startsWith("/api/") ? 401 : 302);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_stranger_finds_nothing_of_a_project() {
        var oz = app.browser(World.OZ);
        return projectRoutes()
                .map(route -> dynamicTest(
                        name(route),
                        () -> assertThat(oz.send(route.method.name(), path(route, 1), "")
                                        .statusCode())
                                .isEqualTo(404)));
    }

    /** The things of project 1 have the number 1 (or any other): asked for through project 2 they are absent. */
    @TestFactory
    Stream<DynamicTest> an_owner_finds_nothing_of_another_project_through_the_own_one() {
        var oz = app.browser(World.OZ);
        return projectRoutes()
                .filter(route -> route.path.replace("{project}", "").contains("{"))
                .map(route -> dynamicTest(
                        name(route),
                        () -> assertThat(oz.send(route.method.name(), path(route, 2), "")
                                        .statusCode())
                                .isIn(404, 422)));
    }

    private static Stream<Endpoint> projectRoutes() {
        return routes().filter(route -> route.path.contains("{project}"));
    }

    private static Stream<Endpoint> routes() {
        return Routes.of(app);
    }

    private static Set<?> roles(Endpoint route) {
        var roles = route.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private static String path(Endpoint route, long project) {
        return route.path.replace("{project}", Long.toString(project)).replaceAll("\\{[^}]+}", "1");
    }

    private static String name(Endpoint route) {
        return route.method.name() + " " + route.path;
    }
}
