package codeframe.feature.ocr;

import codeframe.db.Json;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;

/** Starts, stops and continues runs that read the text in images on this server. */
public final class OcrPages {
    private static final Set<String> RETRIED = Set.of("error", "unreadable", "empty");

    private final OcrRuns runs;
    private final OcrTasks tasks;
    private final Tesseract tesseract;
    private final Gallery gallery;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Events events, Templates templates) {}

    public OcrPages(OcrRuns runs, OcrTasks tasks, Tesseract tesseract, Gallery gallery, Shell shell) {
        this.runs = runs;
        this.tasks = tasks;
        this.tesseract = tesseract;
        this.gallery = gallery;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/features/ocr", this::show, Role.OWNER);
        routes.post("/projects/{project}/features/ocr", this::start, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/stop", this::stop, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/continue", this::resume, Role.OWNER);
        routes.post("/projects/{project}/features/{source}/retry", this::retry, Role.OWNER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void show(Context ctx) {
        var view = view(ctx);
        var installed = tesseract.languages();
        var settings = runs.lastSettings(view.project())
                .map(json -> json.as(OcrSettings.class))
                .orElse(new OcrSettings(first(installed), false, OcrSettings.USUAL_LEAST, List.of()));
        draw(
                ctx,
                new OcrForm(
                        installed, "Text by Tesseract", settings, view.filter().toQuery(), gallery.countAll(view), ""));
    }

    private static List<String> first(List<String> installed) {
        return installed.contains("eng")
                ? List.of("eng")
                : installed.stream().limit(1).toList();
    }

    private void draw(Context ctx, OcrForm form) {
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureOcr(shell.access().page(ctx, "Read the text in images", "images"), form)
                        .render());
    }

    private void start(Context ctx) {
        var view = view(ctx);
        var images = gallery.all(view);
        var installed = tesseract.languages();
        if (installed.isEmpty()) {
            throw new Problem.Unavailable(Absence.SENTENCE);
        }
        var form = OcrForm.typed(ctx, installed, view.filter().toQuery(), images.size());
        if (!form.mistake().isEmpty()) {
            draw(ctx, form);
            return;
        }
        long user = Access.user(ctx).id();
        long source =
                runs.start(view.project(), form.name(), form.searchLanguage(), Json.of(form.settings()), images, user);
        shell.events()
                .add(
                        view.project(),
                        user,
                        "began to read the text in " + NumberText.count(images.size(), "image", "images") + " as "
                                + form.name());
        tasks.read(source);
        back(ctx, source, "The text is being read. You may leave this page.");
    }

    private void back(Context ctx, long source, String notice) {
        shell.access().redirect(ctx, "/projects/" + Access.project(ctx).id() + "/features/" + source, notice);
    }

    private void stop(Context ctx) {
        long source = Params.id(ctx, "source");
        refuseUnless(runs.stop(Access.project(ctx).id(), source));
        back(ctx, source, "Stopped. What was read is kept.");
    }

    private void resume(Context ctx) {
        long source = Params.id(ctx, "source");
        refuseUnless(runs.resume(Access.project(ctx).id(), source));
        tasks.read(source);
        back(ctx, source, "It goes on with the images that wait.");
    }

    private void retry(Context ctx) {
        long source = Params.id(ctx, "source");
        long project = Access.project(ctx).id();
        var outcome = Params.text(ctx, "outcome");
        if (!RETRIED.contains(outcome)) {
            throw new Problem.Invalid("Images are asked again that failed, were unreadable or empty.");
        }
        int again = runs.retry(project, source, outcome);
        refuseUnless(runs.resume(project, source));
        tasks.read(source);
        back(ctx, source, NumberText.count(again, "image is", "images are") + " read again.");
    }

    /** It is not there, not of this project, or already so. */
    private static void refuseUnless(boolean changed) {
        if (!changed) {
            throw new Problem.NotFound("run that this can be done to");
        }
    }
}
