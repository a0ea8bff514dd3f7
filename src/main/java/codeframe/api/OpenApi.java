package codeframe.api;

import codeframe.db.Json;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API, kept by hand in {@code openapi.yaml}; a test holds it to the routes. */
public final class OpenApi {
    private final String json = read();

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/openapi.json", this::describe, Role.ANYONE);
    }

    private void describe(Context ctx) {
        ctx.contentType("application/json").result(json);
    }

    private static String read() {
        try (var in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            var document = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return Json.of(document).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
