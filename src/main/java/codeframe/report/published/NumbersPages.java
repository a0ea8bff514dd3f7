package codeframe.report.published;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** About the numbers: the published cases, computed again by this program, once. */
public final class NumbersPages {
    private final Access access;
    private final Templates templates;

    public NumbersPages(Access access, Templates templates) {
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/about-the-numbers", this::numbers, Role.ANYONE);
    }

    private void numbers(Context ctx) {
        var page = access.openPage(ctx, "About the numbers", "numbers");
        ctx.html(templates.reportNumbers(page, PublishedCases.computed()).render());
    }
}
