package codeframe.api;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.CodebookYaml;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Reading;
import codeframe.codebook.Version;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The codebook for scripts: a file handed in is checked and published; versions are handed out as they are stored. */
public final class CodebookApi {
    private static final String VERSION_HEADER = "Codebook-Version";

    private final Codebooks codebooks;
    private final Events events;

    record Published(int version) {}

    public CodebookApi(Codebooks codebooks, Events events) {
        this.codebooks = codebooks;
        this.events = events;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.put("/api/v1/projects/{project}/codebook", this::publish, Role.OWNER);
        routes.get("/api/v1/projects/{project}/codebook.yaml", this::yaml, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/codebook.json", this::json, Role.VIEWER);
    }

    private void publish(Context ctx) {
        var reading = CodebookYaml.read(ctx.bodyAsBytes());
        if (reading instanceof Reading.Read read) {
            int number = publish(ctx, read.codebook());
            ctx.status(201).json(new Published(number));
        } else {
            List<Problem.Mistake> mistakes = reading.mistakes().stream()
                    .map(mistake -> new Problem.Mistake(mistake.key(), mistake.line(), mistake.message()))
                    .toList();
            int count = mistakes.size();
            throw new Problem.Invalid(
                    "The codebook has " + (count == 1 ? "a mistake" : count + " mistakes")
                            + ", so nothing was published.",
                    mistakes);
        }
    }

    private int publish(Context ctx, Codebook codebook) {
        long project = Access.project(ctx).id();
        long user = Access.user(ctx).id();
        int number = codebooks.publish(project, user, codebook, "Published through the API.");
        events.add(project, user, "published codebook version " + number + " through the API");
        return number;
    }

    private void yaml(Context ctx) {
        var version = version(ctx);
        ctx.contentType("application/yaml; charset=utf-8")
                .header(VERSION_HEADER, String.valueOf(version.number()))
                .result(CodebookYaml.write(version.codebook()).getBytes(StandardCharsets.UTF_8));
    }

    private void json(Context ctx) {
        var version = version(ctx);
        ctx.contentType("application/json; charset=utf-8")
                .header(VERSION_HEADER, String.valueOf(version.number()))
                .result(CodebookJson.write(version.codebook()));
    }

    private Version version(Context ctx) {
        long project = Access.project(ctx).id();
        var found = Params.query(ctx, "version").isEmpty()
                ? codebooks.latest(project)
                : codebooks.version(project, (int) Params.number(ctx, "version", 0, 1, Integer.MAX_VALUE));
        return found.orElseThrow(() -> new Problem.NotFound("version of the codebook"));
    }
}
