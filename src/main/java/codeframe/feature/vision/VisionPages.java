package codeframe.feature.vision;

import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Dollars;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Asks Google Cloud Vision: which images, about what, at which price; and where it is asked. */
public final class VisionPages {
    private static final String BASE = "/projects/{project}/features/vision";

    private final VisionStart start;
    private final VisionServices services;
    private final VisionServiceForm.Check check;
    private final Gallery gallery;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Events events, Templates templates) {}

    public VisionPages(
            VisionStart start, VisionServices services, VisionServiceForm.Check check, Gallery gallery, Shell shell) {
        this.start = start;
        this.services = services;
        this.check = check;
        this.gallery = gallery;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(BASE, this::show, Role.OWNER);
        routes.post(BASE, this::begin, Role.OWNER);
        routes.post(BASE + "/price", this::price, Role.OWNER);
        routes.get(BASE + "/service", ctx -> drawService(ctx, form(ctx)), Role.OWNER);
        routes.post(BASE + "/service", this::putService, Role.OWNER);
        routes.post(BASE + "/service/remove", this::removeService, Role.OWNER);
        routes.post(BASE + "/service/prices", this::putPrice, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/cap", this::cap, Role.OWNER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void show(Context ctx) {
        var view = view(ctx);
        draw(
                ctx,
                view,
                VisionForm.proposed(
                        start.lastSettings(view.project()), view.filter().toQuery()));
    }

    private void draw(Context ctx, Gallery.View view, VisionForm form) {
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureVision(
                                shell.access().page(ctx, "Ask " + VisionService.NAME, "images"),
                                form,
                                start.estimate(view, form.chosen()),
                                start.objection(view.project()).orElse(""),
                                services.service(view.project()).isPresent())
                        .render());
    }

    private VisionForm typed(Context ctx, Gallery.View view) {
        return VisionForm.typed(ctx, view.filter().toQuery());
    }

    /** The price of what is chosen, while it is being chosen. */
    private void price(Context ctx) {
        var view = view(ctx);
        var form = typed(ctx, view).following(ctx);
        ctx.html(shell.templates()
                .featureVisionPrice("/projects/" + view.project(), form, start.estimate(view, form.chosen()))
                .render());
    }

    private void begin(Context ctx) {
        var view = view(ctx);
        var typed = typed(ctx, view);
        var estimate = start.estimate(view, typed.chosen());
        var form = typed.checked(estimate);
        if (form.mistake().isEmpty()) {
            long source = start.start(view, form, estimate, Access.user(ctx).id());
            back(ctx, "/" + source, "The images are being asked about. You may leave this page.");
        } else {
            draw(ctx, view, form);
        }
    }

    private void back(Context ctx, String path, String notice) {
        shell.access().redirect(ctx, "/projects/" + Access.project(ctx).id() + "/features" + path, notice);
    }

    private void cap(Context ctx) {
        long source = Params.id(ctx, "source");
        var dollars = VisionForm.dollars(Params.text(ctx, "cap"))
                .orElseThrow(() -> new Problem.Invalid("The cap is a number of dollars such as 5 or 0.40."));
        start.setCap(Access.project(ctx).id(), source, dollars, Access.user(ctx).id());
        back(ctx, "/" + source, "The cap is " + Dollars.text(dollars) + " now.");
    }

    private VisionServiceForm form(Context ctx) {
        return VisionServiceForm.of(
                services.service(Access.project(ctx).id()),
                start.price(Access.project(ctx).id()));
    }

    private void drawService(Context ctx, VisionServiceForm form) {
        long project = Access.project(ctx).id();
        List<VisionPrice> prices = services.prices(project);
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureVisionService(
                                shell.access().page(ctx, VisionService.NAME, "images"),
                                form,
                                services.service(project).orElse(null),
                                prices,
                                services.paid(project))
                        .render());
    }

    private void putService(Context ctx) {
        long project = Access.project(ctx).id();
        var form = form(ctx).withService(ctx);
        var checked = check.service(form, services.service(project));
        if (!checked.mistakes().isEmpty()) {
            drawService(ctx, checked);
            return;
        }
        services.put(project, form.baseUrl(), check.sealed(project, form));
        record(ctx, "set where " + VisionService.NAME + " is asked: " + form.baseUrl());
        if (!form.key().isEmpty()) {
            record(ctx, "entered a key for " + VisionService.NAME);
        }
        back(ctx, "/vision", "Saved.");
    }

    private void record(Context ctx, String what) {
        shell.events().add(Access.project(ctx).id(), Access.user(ctx).id(), what);
    }

    private void removeService(Context ctx) {
        if (services.remove(Access.project(ctx).id()) == 0) {
            throw new Problem.NotFound("service");
        }
        record(ctx, "removed " + VisionService.NAME + ", its key with it");
        back(ctx, "/vision/service", "The key is removed.");
    }

    private void putPrice(Context ctx) {
        var form = check.price(form(ctx).withPrice(ctx));
        if (!form.mistakes().isEmpty()) {
            drawService(ctx, form);
            return;
        }
        var price = form.price().orElseThrow();
        services.putPrice(Access.project(ctx).id(), price);
        record(ctx, "set the prices of " + VisionService.NAME + " from " + price.validFrom());
        back(ctx, "/vision/service", "The prices are saved.");
    }
}
