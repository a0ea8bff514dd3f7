package codeframe.llm.speech;

import codeframe.feature.SearchLanguages;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Starts the writing down of what is said in videos. */
final class SpeechPages {
    private static final String BASE = "/projects/{project}/features/speech";

    private final SpeechStart start;
    private final Gallery gallery;
    private final Access access;
    private final Templates templates;

    SpeechPages(SpeechStart start, Gallery gallery, Access access, Templates templates) {
        this.start = start;
        this.gallery = gallery;
        this.access = access;
        this.templates = templates;
    }

    void mount(JavalinDefaultRoutingApi routes) {
        routes.get(BASE, this::show, Role.OWNER);
        routes.post(BASE, this::begin, Role.OWNER);
        routes.post(BASE + "/price", this::price, Role.OWNER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void show(Context ctx) {
        var view = view(ctx);
        var servers = start.servers(view.project());
        draw(
                ctx,
                view,
                SpeechForm.proposed(
                        start.lastSettings(view.project()),
                        servers,
                        view.filter().toQuery()));
    }

    private void draw(Context ctx, Gallery.View view, SpeechForm form) {
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(templates
                        .llmSpeech(
                                access.page(ctx, "Write down what is said", "images"),
                                form,
                                start.estimate(view, form.again()),
                                start.objection(form).orElse(""),
                                SearchLanguages.choices(start.languages()))
                        .render());
    }

    private SpeechForm typed(Context ctx, Gallery.View view) {
        return SpeechForm.typed(
                ctx, start.servers(view.project()), view.filter().toQuery());
    }

    /** The price of what is chosen, while it is being chosen. */
    private void price(Context ctx) {
        var view = view(ctx);
        var form = typed(ctx, view).following(ctx);
        if (form.chosen().isEmpty()) {
            throw new Problem.NotFound("server");
        }
        ctx.html(templates
                .llmSpeechPrice(
                        "/projects/" + view.project(),
                        form,
                        start.estimate(view, form.again()),
                        start.objection(form).orElse(""))
                .render());
    }

    private void begin(Context ctx) {
        var view = view(ctx);
        var typed = typed(ctx, view);
        var form = typed.checked(start.estimate(view, typed.again()), start.languages());
        if (!form.mistake().isEmpty()) {
            draw(ctx, view, form);
            return;
        }
        var objection = start.objection(form);
        if (objection.isPresent()) {
            draw(ctx, view, form.wrong(objection.get()));
            return;
        }
        long source = start.start(view, form, Access.user(ctx).id());
        access.redirect(
                ctx,
                "/projects/" + view.project() + "/features/" + source,
                "The videos are being written down. You may leave this page.");
    }
}
