package codeframe.coding.screen;

import codeframe.project.Access;
import codeframe.web.Body;
import codeframe.web.HeadAsGet;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What the coding screen sends and fetches in the background, as JSON. */
public final class CodingApi {
    private final Coding coding;
    private final Access access;

    public CodingApi(Coding coding, Access access) {
        this.coding = coding;
        this.access = access;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples/{sample}/queue", this::queue, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/queue/decisions", this::decide, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/queue/skips", this::skip, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/queue/habit", this::habit, Role.CODER);
    }

    private CoderAssignment assignment(Context ctx) {
        return assignment(ctx, coding);
    }

    /** The place of the person who asks, at the sample of the address; anybody else's is not there. */
    static CoderAssignment assignment(Context ctx, Coding coding) {
        return coding.assignment(
                Access.project(ctx).id(),
                Params.id(ctx, "sample"),
                Access.user(ctx).id());
    }

    private void queue(Context ctx) {
        var assignment = assignment(ctx);
        if (!HeadAsGet.answered(ctx, "application/json")) {
            answer(ctx, assignment);
        }
    }

    private void answer(Context ctx, CoderAssignment assignment) {
        ctx.json(new Batch(
                coding.next(assignment),
                coding.progress(assignment),
                assignment.number(),
                assignment.closed(),
                access.csrf(ctx)));
    }

    /** Answers with the images to go on with, so that the screen never waits for a second request. */
    private void decide(Context ctx) {
        var assignment = assignment(ctx);
        coding.decide(assignment, Decision.of(Body.json(ctx)));
        answer(ctx, assignment);
    }

    private void skip(Context ctx) {
        var assignment = assignment(ctx);
        coding.skip(assignment, Body.json(ctx).path("image").asLong());
        answer(ctx, assignment);
    }

    private void habit(Context ctx) {
        assignment(ctx);
        coding.setAutoAdvance(
                Access.user(ctx).id(), Body.json(ctx).path("auto_advance").asBoolean());
        ctx.status(204);
    }
}
