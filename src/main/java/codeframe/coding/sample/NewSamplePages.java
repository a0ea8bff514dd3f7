package codeframe.coding.sample;

import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The wizard: choose, see how precise it will be, draw. */
public final class NewSamplePages {
    private final Planning planning;
    private final SampleDrawing draws;
    private final Events events;
    private final Access access;
    private final Templates templates;

    public NewSamplePages(Planning planning, SampleDrawing draws, Events events, Access access, Templates templates) {
        this.planning = planning;
        this.draws = draws;
        this.events = events;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/samples/new", this::form, Role.OWNER);
        routes.post("/projects/{project}/samples/preview", this::preview, Role.OWNER);
        routes.post("/projects/{project}/samples", this::draw, Role.OWNER);
    }

    /** Comes with the gallery's filter, or from ticked pictures, which are meant as they are. */
    private void form(Context ctx) {
        long project = Access.project(ctx).id();
        var images =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        var offer = planning.offer(project);
        boolean handpicked = Params.query(ctx, "design").equals(Design.HANDPICKED.word());
        var request = SampleForm.proposed(offer, images, planning.proposedSeed(), handpicked);
        long user = Access.user(ctx).id();
        var sized =
                SampleForm.sized(request, planning.read(project, user, request).frame());
        show(ctx, SampleForm.of(offer, sized, planning.read(project, user, sized)), 200);
    }

    private void show(Context ctx, SampleForm form, int status) {
        var page = access.page(ctx, "New sample", "samples");
        ctx.status(status).html(templates.sampleNewSample(page, form).render());
    }

    private void preview(Context ctx) {
        var request = SampleForm.typed(ctx);
        long project = Access.project(ctx).id();
        var reading = planning.read(project, Access.user(ctx).id(), request);
        show(
                ctx,
                SampleForm.of(planning.offer(project), request, reading),
                reading.plan().isPresent() ? 200 : 422);
    }

    private void draw(Context ctx) {
        var request = SampleForm.typed(ctx);
        long project = Access.project(ctx).id();
        long user = Access.user(ctx).id();
        var reading = planning.read(project, user, request);
        if (reading.plan().isEmpty()) {
            show(ctx, SampleForm.of(planning.offer(project), request, reading), 422);
            return;
        }
        long sample = draws.draw(reading.plan().get(), user);
        events.add(project, user, "drew the sample \"" + request.name() + "\"");
        access.redirect(ctx, "/projects/" + project + "/samples/" + sample, "The sample is drawn.");
    }
}
