package codeframe.coding.screen;

import codeframe.project.Access;
import codeframe.web.Body;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What the coding screen sends and fetches in the background, as JSON. */
public final class DeskPages {
    private final Coding coding;
    private final Access access;

    public DeskPages(Coding coding, Access access) {
        this.coding = coding;
        this.access = access;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples/{sample}/desk", ctx -> answer(ctx, desk(ctx)), Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/desk/decisions", this::decide, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/desk/skips", this::skip, Role.CODER);
        routes.post("/projects/{project}/samples/{sample}/desk/habit", this::habit, Role.CODER);
    }

    private Desk desk(Context ctx) {
        return desk(ctx, coding);
    }

    /** The place of the person who asks, at the sample of the address; anybody else's is not there. */
    static Desk desk(Context ctx, Coding coding) {
        return coding.desk(
                Access.project(ctx).id(),
                Params.id(ctx, "sample"),
                Access.user(ctx).id());
    }

    private void answer(Context ctx, Desk desk) {
        ctx.json(new Batch(coding.next(desk), coding.progress(desk), desk.number(), desk.closed(), access.csrf(ctx)));
    }

    /** Answers with the images to go on with, so that the screen never waits for a second request. */
    private void decide(Context ctx) {
        var desk = desk(ctx);
        coding.decide(desk, Decision.of(Body.json(ctx)));
        answer(ctx, desk);
    }

    private void skip(Context ctx) {
        var desk = desk(ctx);
        coding.skip(desk, Body.json(ctx).path("image").asLong());
        answer(ctx, desk);
    }

    private void habit(Context ctx) {
        desk(ctx);
        coding.setAutoAdvance(
                Access.user(ctx).id(), Body.json(ctx).path("auto_advance").asBoolean());
        ctx.status(204);
    }
}
