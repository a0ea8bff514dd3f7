package codeframe.api;

import codeframe.coding.Coders;
import codeframe.db.Json;
import codeframe.project.Access;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.run.RunOrders;
import codeframe.run.RunProgress;
import codeframe.run.RunRequest;
import codeframe.run.Runs;
import codeframe.web.Body;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs and coders for scripts. */
public final class RunApi {
    private static final Set<String> COMMON = Set.of("kind", "model", "variables", "images", "seed");

    private final RunOrders orders;
    private final RunControl control;
    private final Runs runs;
    private final Coders coders;

    record Created(long id) {}

    record Entry(long id, String name, String kind) {}

    public RunApi(RunOrders orders, RunControl control, Runs runs, Coders coders) {
        this.orders = orders;
        this.control = control;
        this.runs = runs;
        this.coders = coders;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/projects/{project}/runs", this::start, Role.OWNER);
        routes.get("/api/v1/projects/{project}/runs/{run}", this::show, Role.VIEWER);
        routes.post("/api/v1/projects/{project}/runs/{run}/cancel", this::cancel, Role.OWNER);
        routes.get("/api/v1/projects/{project}/coders", this::coders, Role.VIEWER);
    }

    private void start(Context ctx) {
        var request = request(Body.json(ctx), Access.user(ctx).id());
        var order = orders.read(Access.project(ctx).id(), request).orThrow();
        var run = control.start(order, Access.user(ctx).id());
        ctx.status(202).json(new Created(run.id()));
    }

    /** What is not common to all kinds of runs is left to the kind, which refuses what it does not know. */
    private static RunRequest request(JsonNode body, long user) {
        ObjectNode parameters = body.deepCopy();
        parameters.remove(COMMON);
        return new RunRequest(
                body.path("kind").asText(""),
                body.path("model").asText(""),
                variables(body.path("variables")),
                Json.of(parameters),
                FilterJson.read(body.path("images")).seenBy(user),
                body.path("seed").asText(""));
    }

    private static List<String> variables(JsonNode node) {
        if (!node.isArray()) {
            throw new Problem.Invalid(
                    "\"variables\" must be a list of keys of the codebook, such as [\"image_type\"].");
        }
        var keys = new ArrayList<String>();
        node.forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private void show(Context ctx) {
        ctx.json(RunAnswer.of(progress(run(ctx))));
    }

    private RunProgress progress(Run run) {
        return new RunProgress(run, runs.counts(run.id(), Instant.EPOCH));
    }

    private void cancel(Context ctx) {
        var run = run(ctx);
        control.cancel(run, Access.user(ctx).id());
        ctx.json(RunAnswer.of(progress(run(ctx))));
    }

    private Run run(Context ctx) {
        return control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
    }

    private void coders(Context ctx) {
        ctx.json(coders.coders(Access.project(ctx).id()).stream()
                .map(coder -> new Entry(coder.id(), coder.name(), coder.kind()))
                .toList());
    }
}
