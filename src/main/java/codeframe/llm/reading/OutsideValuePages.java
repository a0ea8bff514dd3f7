package codeframe.llm.reading;

import codeframe.llm.answer.ValueMapping;
import codeframe.llm.prompt.Evidence;
import codeframe.project.Access;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a model said outside the codebook: with counts, to be mapped; and reading all answers again. */
public final class OutsideValuePages {
    private final RunControl control;
    private final OutsideValues values;
    private final Access access;
    private final Templates templates;

    public OutsideValuePages(RunControl control, OutsideValues values, Access access, Templates templates) {
        this.control = control;
        this.values = values;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = "/projects/{project}/runs/{run}/outside";
        routes.get(base, this::show, Role.VIEWER);
        routes.post(base, this::map, Role.OWNER);
        routes.post(base + "/read", this::read, Role.OWNER);
    }

    private void show(Context ctx) {
        var run = run(ctx);
        var page = access.page(ctx, "Values outside the codebook", "runs");
        ctx.html(templates
                .llmOutsideValues(page, values.view(run, Access.user(ctx).id()))
                .render());
    }

    private void map(Context ctx) {
        var wanted =
                new ValueMapping(Params.text(ctx, "variable"), Params.text(ctx, "said"), Params.text(ctx, "means"));
        var run = run(ctx);
        back(ctx, run, values.map(run, wanted, Access.user(ctx).id()));
    }

    private void read(Context ctx) {
        var run = run(ctx);
        back(ctx, run, values.readAgain(run, Access.user(ctx).id()));
    }

    private void back(Context ctx, Run run, Rereading.Tally tally) {
        access.redirect(
                ctx,
                "/projects/" + run.projectId() + "/runs/" + run.id() + "/outside",
                "The answers about " + NumberText.count(tally.read(), "image", "images") + " were read again: "
                        + NumberText.count(tally.coded(), "more has", "more have")
                        + " all codes now. Nothing was asked or paid.");
    }

    private Run run(Context ctx) {
        var run = control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
        if (!Evidence.codes(run.kind())) {
            throw new Problem.NotFound("page of this run");
        }
        return run;
    }
}
