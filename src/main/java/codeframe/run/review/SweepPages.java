package codeframe.run.review;

import codeframe.project.Access;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The right/wrong sweep: draw, judge by keyboard, read the tally. */
public final class SweepPages {
    private final Sweeps sweeps;
    private final RunControl control;
    private final Access access;
    private final Templates templates;

    public SweepPages(Sweeps sweeps, RunControl control, Access access, Templates templates) {
        this.sweeps = sweeps;
        this.control = control;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = "/projects/{project}/runs/{run}/sweeps";
        routes.get(base, ctx -> list(ctx, SweepForm.proposed(ctx)), Role.VIEWER);
        routes.post(base, this::draw, Role.CODER);
        routes.get(base + "/{sweep}", this::show, Role.VIEWER);
        routes.get(base + "/{sweep}/result", this::result, Role.VIEWER);
        routes.post(base + "/{sweep}/judge", this::judge, Role.CODER);
        routes.post(base + "/{sweep}/undo", this::undo, Role.CODER);
        routes.post(base + "/{sweep}/correct", this::correct, Role.CODER);
    }

    private void list(Context ctx, SweepForm form) {
        var run = run(ctx);
        var page = access.page(ctx, "Right or wrong? " + run.name(), "runs");
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(templates
                        .runSweeps(
                                page,
                                run,
                                sweeps.variables(run),
                                form,
                                sweeps.earlier(run, Access.user(ctx).id()))
                        .render());
    }

    private void draw(Context ctx) {
        var run = run(ctx);
        var form = SweepForm.typed(ctx).checked(sweeps.variables(run));
        if (form.mistake().isEmpty()) {
            long id = sweeps.draw(run, form, Access.user(ctx).id());
            ctx.redirect("/projects/" + run.projectId() + "/runs/" + run.id() + "/sweeps/" + id, HttpStatus.SEE_OTHER);
        } else {
            list(ctx, form);
        }
    }

    private void show(Context ctx) {
        var sweep = sweep(ctx);
        var page = access.page(ctx, "Right or wrong? " + sweep.run().name(), "runs");
        ctx.html(templates.runSweep(page, sweep).render());
    }

    private void result(Context ctx) {
        var sweep = sweep(ctx);
        var page = access.page(ctx, "Result of the sweep", "runs");
        ctx.html(templates
                .runSweepResult(
                        page, sweep, sweeps.wrongOnes(sweep, Access.user(ctx).id()))
                .render());
    }

    private void judge(Context ctx) {
        sweeps.judge(review(ctx), position(ctx), Params.text(ctx, "verdict"));
        back(ctx);
    }

    private void undo(Context ctx) {
        sweeps.undo(review(ctx));
        back(ctx);
    }

    private void correct(Context ctx) {
        var sweep = sweep(ctx);
        sweeps.correct(sweep, position(ctx), Params.text(ctx, "value"));
        back(ctx);
    }

    /** The sweep goes on in place; without JavaScript as a page. */
    private void back(Context ctx) {
        var sweep = sweep(ctx);
        if (ctx.header("HX-Request") == null) {
            ctx.redirect(sweep.path(), HttpStatus.SEE_OTHER);
        } else {
            ctx.html(templates.runJudging(access.page(ctx, "", "runs"), sweep).render());
        }
    }

    private static int position(Context ctx) {
        var typed = Params.text(ctx, "position");
        if (!typed.matches("\\d{1,9}")) {
            throw new Problem.Invalid("The position must be a whole number.");
        }
        return Integer.parseInt(typed);
    }

    private Sweep sweep(Context ctx) {
        return sweeps.sweep(run(ctx), Params.id(ctx, "sweep"), Access.user(ctx).id());
    }

    private Review review(Context ctx) {
        return sweeps.review(run(ctx), Params.id(ctx, "sweep"));
    }

    private Run run(Context ctx) {
        return control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
    }
}
