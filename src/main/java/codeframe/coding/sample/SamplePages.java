package codeframe.coding.sample;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;

/** The list of samples, a sample's page, and what owners do with it. */
public final class SamplePages {
    private final SampleViews views;
    private final SampleState state;
    private final Clock clock;
    private final Access access;
    private final Templates templates;

    public SamplePages(SampleViews views, SampleState state, Clock clock, Access access, Templates templates) {
        this.views = views;
        this.state = state;
        this.clock = clock;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples", this::list, Role.VIEWER);
        routes.get("/projects/{project}/samples/{sample}", this::show, Role.VIEWER);
        routes.post("/projects/{project}/samples/{sample}/coders", this::join, Role.OWNER);
        routes.post("/projects/{project}/samples/{sample}/coders/{coder}/remove", this::leave, Role.OWNER);
        routes.post("/projects/{project}/samples/{sample}/close", this::close, Role.OWNER);
        routes.get("/projects/{project}/samples/{sample}/open", ctx -> opening(ctx, ""), Role.OWNER);
        routes.post("/projects/{project}/samples/{sample}/open", this::open, Role.OWNER);
    }

    private void list(Context ctx) {
        var page = access.page(ctx, "Samples", "samples");
        ctx.html(templates
                .sampleList(
                        page,
                        views.list(Access.project(ctx).id(), Access.user(ctx).id()))
                .render());
    }

    private SampleView view(Context ctx) {
        return views.view(
                Access.project(ctx).id(),
                Params.id(ctx, "sample"),
                Access.user(ctx).id());
    }

    private void show(Context ctx) {
        var view = view(ctx);
        ctx.html(templates
                .sampleShow(access.page(ctx, view.sample().name(), "samples"), view)
                .render());
    }

    private void join(Context ctx) {
        var view = view(ctx);
        var newcomer = view.others().stream()
                .filter(one -> Params.text(ctx, "person").equals(Long.toString(one.id())))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("Choose an owner or coder who does not code the sample yet."));
        state.join(view.sample(), newcomer.id(), Access.user(ctx).id());
        access.redirect(ctx, view.sample().path(), newcomer.name() + " can code now.");
    }

    private void leave(Context ctx) {
        var sample = view(ctx).sample();
        state.leave(sample, Params.id(ctx, "coder"), Access.user(ctx).id());
        access.redirect(ctx, sample.path(), "The coder is taken off the sample.");
    }

    private void close(Context ctx) {
        var sample = view(ctx).sample();
        state.close(sample, Access.user(ctx).id());
        access.redirect(ctx, sample.path(), "The coding is closed.");
    }

    private void opening(Context ctx, String mistake) {
        var view = view(ctx);
        if (!view.sample().sealed()) {
            throw new Problem.Conflict("This sample is not sealed; there is nothing to open.");
        }
        var page = access.page(ctx, "Open " + view.sample().name(), "samples");
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates.sampleOpen(page, view, mistake).render());
    }

    private void open(Context ctx) {
        if (Params.text(ctx, "sure").isEmpty()) {
            opening(ctx, "Say that you want to open it: it cannot be sealed again.");
            return;
        }
        var sample = view(ctx).sample();
        state.open(sample, Access.user(ctx).id(), clock.instant());
        access.redirect(ctx, sample.path(), "The sample is open. What was tested is written into the history.");
    }
}
