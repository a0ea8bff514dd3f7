package codeframe.llm.stability;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Stability checks: the list, and one with its figures. */
public final class StabilityPages {
    private final StabilityReading reading;
    private final Access access;
    private final Templates templates;

    public StabilityPages(StabilityReading reading, Access access, Templates templates) {
        this.reading = reading;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/llm/stability", this::list, Role.VIEWER);
        routes.get("/projects/{project}/llm/stability/{check}", this::check, Role.VIEWER);
    }

    private void list(Context ctx) {
        var page = access.page(ctx, "Stability checks", "runs");
        ctx.html(templates
                .llmStabilityList(page, reading.all(Access.project(ctx).id()))
                .render());
    }

    private void check(Context ctx) {
        var found = reading.of(Access.project(ctx), Access.user(ctx), Params.id(ctx, "check"))
                .orElseThrow(() -> new Problem.NotFound("stability check"));
        var page = access.page(ctx, "Stability check", "runs");
        ctx.html(templates.llmStability(page, found).render());
    }
}
