package codeframe.api;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Role;
import codeframe.web.Site;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The API for people: how to begin in R and in Python, and every call, read from its description. */
public final class HandbookPages {
    private final OpenApi description;
    private final Site site;
    private final Access access;
    private final Templates templates;

    public HandbookPages(OpenApi description, Site site, Access access, Templates templates) {
        this.description = description;
        this.site = site;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api", this::handbook, Role.ANYONE);
    }

    private void handbook(Context ctx) {
        var page = access.openPage(ctx, "API", "api");
        var base = site.address(ctx) + "/api/v1/projects/1";
        ctx.html(templates.apiHandbook(page, base, description.calls()).render());
    }
}
