package codeframe.lift;

import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.run.RunOffers;
import codeframe.run.RunOrders;
import codeframe.run.RunRequest;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Choosing a coder, a unit and a rule, and starting the lift; lifting again by a rule's newest version. */
public final class NewLiftPages {
    private final Start start;
    private final Access access;
    private final Templates templates;

    /** The way to a lift: what may be chosen, whether the choice holds, go. */
    public record Start(RunOffers offers, RunOrders orders, RunControl control, LiftRows rows, LiftRules rules) {}

    public NewLiftPages(Start start, Access access, Templates templates) {
        this.start = start;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/lifts/new", this::form, Role.OWNER);
        routes.post("/projects/{project}/lifts", this::start, Role.OWNER);
        routes.post("/projects/{project}/lifts/{run}/again", this::again, Role.OWNER);
    }

    private void form(Context ctx) {
        long project = Access.project(ctx).id();
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        show(
                ctx,
                NewLiftForm.proposed(
                        start.offers().offer(project, "lift", filter),
                        start.rows().candidates(project),
                        start.rules().rules(project),
                        filter,
                        ctx));
    }

    private void show(Context ctx, NewLiftForm form) {
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(templates
                        .liftNewLift(access.page(ctx, "New lift", "runs"), form)
                        .render());
    }

    private void start(Context ctx) {
        long project = Access.project(ctx).id();
        var filter = ImageFilter.fromQuery(Params.text(ctx, "images"))
                .seenBy(Access.user(ctx).id());
        var form = NewLiftForm.typed(
                start.offers().offer(project, "lift", filter),
                start.rows().candidates(project),
                start.rules().rules(project),
                filter,
                ctx);
        var wrong = form.rule().isEmpty() ? form.ruleForm().mistake() : Optional.<String>empty();
        if (wrong.isPresent()) {
            show(ctx, form.with(List.of(new Problem.Mistake("method", 0, wrong.get()))));
            return;
        }
        var rule = form.rule().isEmpty()
                ? start.rules()
                        .keep(project, form.ruleForm().text(), Access.user(ctx).id())
                : new LiftRules.Kept(form.rule(), false);
        var reading = start.orders().read(project, form.request(rule.title()));
        if (reading.order().isEmpty()) {
            start.rules().withdraw(project, rule);
            show(ctx, form.with(reading.mistakes()));
        } else {
            go(
                    ctx,
                    start.control()
                            .start(reading.order().get(), Access.user(ctx).id()));
        }
    }

    /** The same codes by the newest version of the rule; what was lifted before stays. */
    private void again(Context ctx) {
        long project = Access.project(ctx).id();
        var run = start.control().run(project, Params.id(ctx, "run"));
        if (!run.kind().equals("lift")) {
            throw new Problem.Conflict(
                    "Only a lift is made again by the newest version of its rule, and this run is none.");
        }
        var pinned = LiftTerms.rule(run.parameters());
        var newest = start.rules()
                .newest(project, pinned.name())
                .filter(rule -> rule.version() > pinned.version())
                .orElseThrow(() -> new Problem.Conflict("The rule \"" + pinned.name()
                        + "\" has no newer version. Change it in a new lift; the older lift stays."));
        var request = new RunRequest(
                "lift",
                newest.title(),
                run.variables(),
                Json.of(Map.of(
                        "source",
                        LiftTerms.pinned(run.parameters()).coder(),
                        "unit",
                        run.unit().word())),
                run.filter().seenBy(Access.user(ctx).id()),
                "");
        go(
                ctx,
                start.control()
                        .start(
                                start.orders().read(project, request).orThrow(),
                                Access.user(ctx).id()));
    }

    private static void go(Context ctx, Run run) {
        ctx.redirect("/projects/" + run.projectId() + "/runs/" + run.id(), HttpStatus.SEE_OTHER);
    }
}
