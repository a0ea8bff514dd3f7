package codeframe.llm.price;

import codeframe.project.Access;
import codeframe.run.Runs;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a project has spent: in all, by run beside its estimate, by month, by model. */
public final class CostPages {
    private static final String TYPE = "text/csv; charset=utf-8";

    private final Costs costs;
    private final Runs runs;
    private final Access access;
    private final Templates templates;

    public CostPages(Costs costs, Runs runs, Access access, Templates templates) {
        this.costs = costs;
        this.runs = runs;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/llm/costs", this::show, Role.VIEWER);
        routes.get("/projects/{project}/llm/costs/requests.csv", this::requests, Role.VIEWER);
        routes.get("/projects/{project}/llm/costs/totals.csv", this::totals, Role.VIEWER);
        routes.get("/projects/{project}/runs/{run}/requests.csv", this::requestsOfRun, Role.VIEWER);
    }

    private void show(Context ctx) {
        long project = Access.project(ctx).id();
        ctx.html(templates
                .llmCosts(access.page(ctx, "Costs", "runs"), new Bill(costs.sums(project)))
                .render());
    }

    private void requests(Context ctx) {
        send(ctx, Access.project(ctx).name() + " requests.csv", null);
    }

    private void requestsOfRun(Context ctx) {
        var run = runs.run(Access.project(ctx).id(), Params.id(ctx, "run"))
                .orElseThrow(() -> new Problem.NotFound("run"));
        send(ctx, run.name() + " requests.csv", run.id());
    }

    private void send(Context ctx, String name, Long run) {
        long viewer = Access.user(ctx).id();
        FileDownload.send(ctx, name, TYPE, out -> {
            try (var file = LedgerFile.ofEntries(out)) {
                costs.entries(Access.project(ctx).id(), run, viewer, 0, null, file::entry);
            }
        });
    }

    private void totals(Context ctx) {
        var bill = new Bill(costs.sums(Access.project(ctx).id()));
        FileDownload.send(ctx, Access.project(ctx).name() + " costs.csv", TYPE, out -> {
            try (var file = LedgerFile.ofTotals(out)) {
                bill.lines().forEach(file::total);
            }
        });
    }
}
