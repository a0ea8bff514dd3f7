package codeframe.api;

import codeframe.db.Json;
import codeframe.web.BasePath;
import codeframe.web.Problem;
import codeframe.web.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API, kept by hand in {@code openapi.yaml}; tests and every request hold it to the routes. */
public final class OpenApi {
    /** One call as people read it: {@code GET /health}, and what it does. */
    public record Call(String method, String path, String summary) {}

    private final JsonNode tree = read().tree();
    private final Json description;

    /** @param base that clients put before every path of the description */
    public OpenApi(BasePath base) {
        ((ObjectNode) tree.at("/servers/0")).put("url", base.isRoot() ? "/" : base.path());
        description = Json.of(tree);
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.beforeMatched("/api/v1/*", this::refuseUnknown);
        routes.get("/api/v1/openapi.json", this::describe, Role.ANYONE);
    }

    private void describe(Context ctx) {
        ctx.contentType("application/json").result(description.text());
    }

    /** A misspelt filter that is passed over selects too much. */
    private void refuseUnknown(Context ctx) {
        var known = known(ctx);
        for (var name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw new Problem.Invalid("There is no parameter \"" + name + "\" here; "
                        + (known.isEmpty() ? "this call has none." : "there is " + String.join(", ", known) + "."));
            }
        }
    }

    private Set<String> known(Context ctx) {
        var path = tree.path("paths").path(ctx.endpoints().matchedHttpEndpoint().path);
        var names = new TreeSet<String>();
        path.path(ctx.method().name().toLowerCase(Locale.ROOT))
                .path("parameters")
                .forEach(parameter -> {
                    var reference = parameter.path("$ref").asText("");
                    var described = reference.isEmpty() ? parameter : tree.at(reference.substring(1));
                    names.add(described.path("name").asText());
                });
        return names;
    }

    /** By what they are about, in the order of the description. */
    Map<String, List<Call>> calls() {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        tree.get("tags").forEach(tag -> calls.put(tag.get("name").asText(), new ArrayList<>()));
        for (var path : tree.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var ofTag = calls.get(operation.getValue().at("/tags/0").asText());
                if (ofTag != null) {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    ofTag.add(new Call(
                            method,
                            path.getKey(),
                            operation.getValue().get("summary").asText()));
                }
            }
        }
        return calls;
    }

    private static Json read() {
        try (var in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return Json.of(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
