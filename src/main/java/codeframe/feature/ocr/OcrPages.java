package codeframe.feature.ocr;

import codeframe.db.Json;
import codeframe.feature.work.FeatureRuns;
import codeframe.feature.work.FeatureTasks;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.stream.Stream;

/** Starts runs that read the text in images on this server. */
public final class OcrPages {
    public static final String ORIGIN = "ocr";

    private final FeatureRuns runs;
    private final FeatureTasks tasks;
    private final Tesseract tesseract;
    private final Gallery gallery;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Events events, Templates templates) {}

    public OcrPages(FeatureRuns runs, FeatureTasks tasks, Tesseract tesseract, Gallery gallery, Shell shell) {
        this.runs = runs;
        this.tasks = tasks;
        this.tesseract = tesseract;
        this.gallery = gallery;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/features/ocr", this::show, Role.OWNER);
        routes.post("/projects/{project}/features/ocr", this::start, Role.OWNER);
    }

    private Gallery.View view(Context ctx) {
        var filter =
                ImageFilter.fromQuery(ctx.queryString()).seenBy(Access.user(ctx).id());
        return gallery.view(Access.project(ctx).id(), filter);
    }

    private void show(Context ctx) {
        var view = view(ctx);
        var installed = tesseract.languages();
        var settings = runs.lastSettings(view.project(), ORIGIN)
                .map(json -> json.as(OcrSettings.class))
                .orElse(new OcrSettings(
                        proposed(view.project(), installed), false, OcrSettings.USUAL_LEAST, List.of()));
        draw(
                ctx,
                new OcrForm(
                        installed,
                        "Text by Tesseract",
                        settings,
                        view.filter().toQuery(),
                        gallery.countPictures(view),
                        ""));
    }

    /** The codebook's language and English, as far as they are installed; else the first. */
    private List<String> proposed(long project, List<String> installed) {
        var languages = OcrForm.inOrder(
                Stream.concat(runs.codebookLanguage(project).map(OcrForm::installedAs).stream(), Stream.of("eng"))
                        .filter(installed::contains)
                        .toList());
        return languages.isEmpty() ? installed.stream().limit(1).toList() : languages;
    }

    private void draw(Context ctx, OcrForm form) {
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureOcr(shell.access().page(ctx, "Read the text in images", "images"), form)
                        .render());
    }

    private void start(Context ctx) {
        var view = view(ctx);
        var images = gallery.pictures(view);
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
        long source = runs.start(
                new FeatureRuns.Order(
                        view.project(), form.name(), ORIGIN, form.searchLanguage(), Json.of(form.settings()), user),
                images);
        shell.events()
                .add(
                        view.project(),
                        user,
                        "began to read the text in " + NumberText.count(images.size(), "image", "images") + " as "
                                + form.name());
        tasks.begin(source);
        back(ctx, source, "The text is being read. You may leave this page.");
    }

    private void back(Context ctx, long source, String notice) {
        shell.access().redirect(ctx, "/projects/" + Access.project(ctx).id() + "/features/" + source, notice);
    }
}
