package codeframe.run;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** The list of runs; one run with its progress; pausing, continuing, cancelling, trying again. */
public final class RunPages {
    private static final int PER_PAGE = 100;

    private final Runs runs;
    private final RunControl control;
    private final RunViews views;
    private final Access access;
    private final Templates templates;

    public RunPages(Runs runs, RunControl control, RunViews views, Access access, Templates templates) {
        this.runs = runs;
        this.control = control;
        this.views = views;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/runs", this::list, Role.VIEWER);
        routes.get("/projects/{project}/runs/{run}", this::show, Role.VIEWER);
        routes.get("/projects/{project}/runs/{run}/outcomes/{outcome}", this::images, Role.VIEWER);
        routes.post("/projects/{project}/runs/{run}/pause", ctx -> change(ctx, control::pause), Role.OWNER);
        routes.post("/projects/{project}/runs/{run}/continue", ctx -> change(ctx, control::proceed), Role.OWNER);
        routes.post("/projects/{project}/runs/{run}/cancel", ctx -> change(ctx, control::cancel), Role.OWNER);
        routes.post("/projects/{project}/runs/{run}/retry", this::retry, Role.OWNER);
    }

    private void list(Context ctx) {
        var all = views.list(Access.project(ctx).id());
        ctx.html(templates.runList(access.page(ctx, "Runs", "runs"), all).render());
    }

    private void show(Context ctx) {
        var run = run(ctx);
        long user = Access.user(ctx).id();
        var page = access.page(ctx, run.name(), "runs");
        ctx.html(templates
                .runShow(page, views.view(run, user), views.said(run, user), views.withheld(run, user))
                .render());
    }

    private void images(Context ctx) {
        var run = run(ctx);
        var outcome = outcome(ctx.pathParam("outcome"));
        long user = Access.user(ctx).id();
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        var items = runs.items(run.projectId(), run.id(), user, outcome.word(), after, PER_PAGE + 1);
        var page = access.page(ctx, run.name() + ": " + outcome.label(), "runs");
        ctx.html(templates
                .runOutcome(
                        page,
                        run,
                        outcome,
                        items,
                        PER_PAGE,
                        runs.itemsWithheld(run.projectId(), run.id(), user, outcome.word()))
                .render());
    }

    private static Outcome outcome(String word) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("outcome"));
    }

    private void change(Context ctx, BiConsumer<Run, Long> step) {
        var run = run(ctx);
        step.accept(run, Access.user(ctx).id());
        back(ctx, run);
    }

    private void retry(Context ctx) {
        var run = run(ctx);
        boolean told = !Params.text(ctx, "told").isEmpty();
        control.retry(
                run,
                outcome(Params.text(ctx, "outcome")),
                told,
                Access.user(ctx).id());
        back(ctx, run);
    }

    private Run run(Context ctx) {
        return control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
    }

    private static void back(Context ctx, Run run) {
        ctx.redirect("/projects/" + run.projectId() + "/runs/" + run.id(), io.javalin.http.HttpStatus.SEE_OTHER);
    }
}
