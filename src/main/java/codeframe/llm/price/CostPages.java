package codeframe.llm.price;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a project has spent: in all, by run beside its estimate, by month, by model. */
public final class CostPages {
    private final Costs costs;
    private final Access access;
    private final Templates templates;

    public CostPages(Costs costs, Access access, Templates templates) {
        this.costs = costs;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/llm/costs", this::show, Role.VIEWER);
    }

    private void show(Context ctx) {
        long project = Access.project(ctx).id();
        ctx.html(templates
                .llmCosts(
                        access.page(ctx, "Costs", "runs"),
                        costs.total(project),
                        costs.runs(project),
                        costs.months(project),
                        costs.models(project))
                .render());
    }
}
