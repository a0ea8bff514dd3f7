package codeframe.clip.tag;

import codeframe.clip.Tagger;
import codeframe.db.Json;
import codeframe.feature.work.FeatureRuns;
import codeframe.feature.work.FeatureTasks;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Starts the tagging of images by CLIP. */
public final class TagPages {
    public static final String ORIGIN = "tags";

    private final FeatureRuns runs;
    private final FeatureTasks tasks;
    private final Tagger tagger;
    private final Gallery gallery;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Events events, Templates templates) {}

    public TagPages(FeatureRuns runs, FeatureTasks tasks, Tagger tagger, Gallery gallery, Shell shell) {
        this.runs = runs;
        this.tasks = tasks;
        this.tagger = tagger;
        this.gallery = gallery;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/features/tags", this::show, Role.OWNER);
        routes.post("/projects/{project}/features/tags", this::start, Role.OWNER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void show(Context ctx) {
        var view = view(ctx);
        draw(ctx, TagForm.proposed(tagger.models(), view.filter().toQuery(), gallery.countPictures(view)));
    }

    private void draw(Context ctx, TagForm form) {
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .clipTags(shell.access().page(ctx, "Tag images by CLIP", "images"), form)
                        .render());
    }

    private void start(Context ctx) {
        var view = view(ctx);
        var images = gallery.pictures(view);
        var form = TagForm.typed(ctx, tagger.models(), view.filter().toQuery(), images.size());
        if (!form.mistake().isEmpty()) {
            draw(ctx, form);
            return;
        }
        long user = Access.user(ctx).id();
        var settings = Json.of(form.settings());
        long source = runs.start(
                new FeatureRuns.Order(view.project(), form.name(), ORIGIN, "english", settings, user), images);
        shell.events()
                .add(
                        view.project(),
                        user,
                        "began to tag " + NumberText.count(images.size(), "image", "images") + " by CLIP as "
                                + form.name());
        tasks.begin(source);
        shell.access()
                .redirect(
                        ctx,
                        "/projects/" + view.project() + "/features/" + source,
                        "The images are being tagged. You may leave this page.");
    }
}
