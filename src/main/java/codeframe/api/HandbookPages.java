package codeframe.api;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The API for people: how to begin in R and in Python, and every call, read from its description. */
public final class HandbookPages {
    private final OpenApi description;
    private final Access access;
    private final Templates templates;

    public HandbookPages(OpenApi description, Access access, Templates templates) {
        this.description = description;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api", this::handbook, Role.ANYONE);
    }

    private void handbook(Context ctx) {
        var page = access.openPage(ctx, "API", "api");
        var base = ctx.scheme() + "://" + ctx.host() + "/api/v1/projects/1";
        ctx.html(templates.apiHandbook(page, base, description.calls()).render());
    }
}
