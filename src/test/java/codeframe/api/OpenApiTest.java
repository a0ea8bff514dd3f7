package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.TestApp;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API says what the routes are, no more and no less. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static TestApp app;
    private static JsonNode description;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        var answer = app.visitor().get("/api/v1/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        description = new Json(answer.body()).tree();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void every_route_of_the_api_is_described_and_nothing_else() {
        var described = new TreeSet<String>();
        operations().forEach(operation -> described.add(operation.name()));
        var routes = new TreeSet<String>();
        app.app.server().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(OpenApiTest::ofApi)
                .forEach(route -> routes.add(route.method.name().toLowerCase(Locale.ROOT) + " " + route.path));
        assertThat(described).isEqualTo(routes);
    }

    private static boolean ofApi(Endpoint route) {
        return METHODS.contains(route.method.name().toLowerCase(Locale.ROOT))
                && (route.path.startsWith("/api/v1/") || route.path.equals("/health"));
    }

    @Test
    void every_part_of_a_path_is_a_parameter_of_it() {
        description.get("paths").properties().forEach(path -> {
            var parts = Pattern.compile("\\{(\\w+)}")
                    .matcher(path.getKey())
                    .results()
                    .map(part -> part.group(1))
                    .toList();
            var parameters = new ArrayList<String>();
            path.getValue()
                    .path("parameters")
                    .forEach(parameter ->
                            parameters.add(resolved(parameter).get("name").asText()));
            assertThat(parameters).as(path.getKey()).containsExactlyElementsOf(parts);
        });
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_answers() {
        var names = operations().stream()
                .map(operation -> operation.node().path("operationId").asText())
                .toList();
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asText()).isNotEmpty();
            assertThat(operation.node().path("responses").size()).isPositive();
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(at(reference).isMissingNode()).as(reference).isFalse());
    }

    private record Operation(String name, JsonNode node) {}

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(method.getKey() + " " + path.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asText()) : node;
    }

    private static JsonNode at(String reference) {
        return description.at(reference.substring(1));
    }
}
