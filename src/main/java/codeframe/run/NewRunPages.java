package codeframe.run;

import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** Choosing a run over the images of a gallery's filter, trying it on five images, starting it. */
public final class NewRunPages {
    private final RunStart start;
    private final Access access;
    private final Templates templates;

    public NewRunPages(RunStart start, Access access, Templates templates) {
        this.start = start;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/runs/new", this::form, Role.OWNER);
        routes.post("/projects/{project}/runs/try", this::attempt, Role.OWNER);
        routes.post("/projects/{project}/runs", this::start, Role.OWNER);
    }

    private void form(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        var offer = start.offer(Access.project(ctx).id(), Params.query(ctx, "by"), filter);
        var own = offer.classifier().newRunPath();
        if (ctx.path().endsWith(own)) {
            var former = start.former(
                    Access.project(ctx).id(),
                    Params.query(ctx, "like"),
                    offer.classifier().kind());
            var form = former.map(run -> NewRunForm.like(run, offer, filter))
                    .orElseGet(() -> NewRunForm.proposed(offer, filter));
            show(ctx, form, List.of(), former.map(run -> FormerRun.of(run, offer)));
        } else {
            var images = filter.isAll() ? "" : "?" + filter.toQuery();
            ctx.redirect("/projects/" + Access.project(ctx).id() + own + images, HttpStatus.SEE_OTHER);
        }
    }

    private void show(Context ctx, NewRunForm form, List<RunTrials.Tried> tried) {
        show(ctx, form, tried, Optional.empty());
    }

    private void show(Context ctx, NewRunForm form, List<RunTrials.Tried> tried, Optional<FormerRun> former) {
        var page = access.page(ctx, "New run", "runs");
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(templates
                        .runNewRun(page, form, tried, former.orElse(null))
                        .render());
    }

    private NewRunForm typed(Context ctx) {
        var filter = ImageFilter.fromQuery(Params.text(ctx, "images"))
                .seenBy(Access.user(ctx).id());
        var offer = start.offer(Access.project(ctx).id(), Params.text(ctx, "kind"), filter);
        return NewRunForm.typed(offer, filter, ctx);
    }

    private void attempt(Context ctx) {
        var form = typed(ctx);
        var reading = start.read(Access.project(ctx).id(), form.request());
        if (reading.order().isEmpty()) {
            show(ctx, form.with(reading.mistakes()), List.of());
            return;
        }
        var order = reading.order().get();
        try {
            var tried = start.attempt(order);
            show(ctx, form.seeded(order.plan().seed()), tried);
        } catch (CannotRun e) {
            show(ctx, form.with(List.of(new Problem.Mistake("", 0, e.getMessage()))), List.of());
        }
    }

    private void start(Context ctx) {
        var form = typed(ctx);
        var reading = start.read(Access.project(ctx).id(), form.request());
        Optional<RunOrder> order = reading.order();
        if (order.isEmpty()) {
            show(ctx, form.with(reading.mistakes()), List.of());
        } else {
            var run = start.start(order.get(), Access.user(ctx).id());
            ctx.redirect("/projects/" + run.projectId() + "/runs/" + run.id(), HttpStatus.SEE_OTHER);
        }
    }
}
