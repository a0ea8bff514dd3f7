package codeframe.llm.run;

import codeframe.llm.ask.RunTerms;
import codeframe.llm.price.Answered;
import codeframe.llm.price.Budgets;
import codeframe.llm.price.Costs;
import codeframe.llm.prompt.Askings;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.run.RunViews;
import codeframe.templates.Templates;
import codeframe.web.Dollars;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;

/** What a run asked and was answered, request by request and image by image; and its cap. */
public final class RequestLogPages {
    private static final int PER_PAGE = 100;

    private final RunControl control;
    private final RunViews views;
    private final Rows rows;
    private final Access access;
    private final Templates templates;

    /** What the pages read and write. */
    public record Rows(Costs costs, Answered answered, Budgets budgets, Events events) {}

    public RequestLogPages(RunControl control, RunViews views, Rows rows, Access access, Templates templates) {
        this.control = control;
        this.views = views;
        this.rows = rows;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = "/projects/{project}/runs/{run}";
        routes.get(base + "/requests", this::requests, Role.VIEWER);
        routes.get(base + "/requests/{image}", this::image, Role.VIEWER);
        routes.post(base + "/cap", this::cap, Role.OWNER);
    }

    private void requests(Context ctx) {
        var run = run(ctx);
        long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
        long viewer = Access.user(ctx).id();
        var lines = rows.costs().entriesOfRun(run.projectId(), run.id(), viewer, after, PER_PAGE + 1);
        var page = access.page(ctx, "Requests of " + run.name(), "runs");
        ctx.html(templates.llmRequests(page, run, lines, PER_PAGE).render());
    }

    /** The prompt is put together as it was then: from the run's own copy, its seed and the image's number. */
    private void image(Context ctx) {
        var run = run(ctx);
        long image = Params.id(ctx, "image");
        var answers = rows.answered()
                .ofImage(run.projectId(), run.id(), image, Access.user(ctx).id());
        if (answers.isEmpty()) {
            throw new Problem.NotFound("request");
        }
        var terms = RunTerms.of(run.parameters());
        var askings = new Askings(terms.prompt(), views.variables(run), run.seed()).of(image);
        var page = access.page(
                ctx, "Asked about " + (run.unit().several() ? "a " + run.unit().one() : "an image"), "runs");
        var told = rows.answered()
                .told(run.projectId(), run.id(), image, Access.user(ctx).id());
        var sent = rows.answered()
                .sentImages(run.projectId(), run.id(), image, Access.user(ctx).id());
        ctx.html(templates
                .llmAnswers(page, run, image, askings, answers, told, sent)
                .render());
    }

    private void cap(Context ctx) {
        var run = run(ctx);
        var typed = Params.text(ctx, "cap");
        if (!typed.matches("\\d{1,9}(\\.\\d{1,9})?") || new BigDecimal(typed).signum() == 0) {
            throw new Problem.Invalid("The cap is an amount in dollars above 0, such as 2.50.");
        }
        var cap = new BigDecimal(typed);
        if (rows.budgets().setCap(run.projectId(), run.id(), cap) == 0) {
            throw new Problem.Conflict("The run has spent more than " + Dollars.text(cap)
                    + " already, or has not begun. Choose a higher cap, or try again in a moment.");
        }
        rows.events()
                .add(
                        run.projectId(),
                        Access.user(ctx).id(),
                        "set the cap of the run \"" + run.name() + "\" to " + Dollars.text(cap));
        var path = "/projects/" + run.projectId() + "/runs/" + run.id();
        access.redirect(
                ctx,
                path,
                "The cap is " + Dollars.text(cap) + " now."
                        + (run.state().canContinue() ? " Continue the run to go on." : ""));
    }

    private Run run(Context ctx) {
        return control.run(Access.project(ctx).id(), Params.id(ctx, "run"));
    }
}
