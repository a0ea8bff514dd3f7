package codeframe.feature.transcript;

import codeframe.feature.FeatureReport;
import codeframe.feature.FeatureSources;
import codeframe.feature.SearchLanguages;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Transcripts from files, in the browser and from scripts. */
public final class TranscriptPages {
    private final TranscriptImports imports;
    private final FeatureSources sources;
    private final Events events;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Templates templates) {}

    /** The report with the number of the new source. */
    record Answer(long source, FeatureReport report) {}

    public TranscriptPages(TranscriptImports imports, FeatureSources sources, Events events, Shell shell) {
        this.imports = imports;
        this.sources = sources;
        this.events = events;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/features/transcripts", ctx -> show(ctx, ""), Role.OWNER);
        routes.post("/projects/{project}/features/transcripts", this::take, Role.OWNER);
        routes.post("/api/v1/projects/{project}/features/transcripts", this::takeFromScript, Role.OWNER);
    }

    private void show(Context ctx, String mistake) {
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureTranscripts(
                                shell.access().page(ctx, "Import transcripts", "images"),
                                mistake,
                                name(ctx),
                                language(ctx),
                                SearchLanguages.choices(sources.languages()))
                        .render());
    }

    private static String name(Context ctx) {
        var name = Params.text(ctx, "name");
        return name.isBlank() ? "Transcripts" : name;
    }

    private static String language(Context ctx) {
        var language = Params.text(ctx, "language");
        return language.isEmpty() ? "simple" : language;
    }

    private void take(Context ctx) {
        var sent = ctx.isMultipart() ? ctx.uploadedFiles("files") : List.<UploadedFile>of();
        var named = sent.stream().filter(file -> !file.filename().isEmpty()).toList();
        var order = new TranscriptImports.Order(
                name(ctx), language(ctx), title(named), Access.user(ctx).id());
        try {
            var taken = take(ctx, files(named), order);
            shell.access()
                    .redirect(
                            ctx,
                            "/projects/" + Access.project(ctx).id() + "/features/" + taken.source(),
                            "The transcripts are imported.");
        } catch (Problem.Invalid | Problem.TooLarge refused) {
            show(ctx, refused.getMessage());
        }
    }

    private TranscriptImports.Taken take(Context ctx, List<TranscriptFile> files, TranscriptImports.Order order) {
        long project = Access.project(ctx).id();
        var taken = imports.take(project, files, order);
        events.add(project, order.user(), taken.report().event(order.name(), order.file()));
        return taken;
    }

    private static String title(List<UploadedFile> sent) {
        return sent.isEmpty()
                ? ""
                : sent.get(0).filename() + (sent.size() == 1 ? "" : " and " + (sent.size() - 1) + " more");
    }

    private static List<TranscriptFile> files(List<UploadedFile> sent) {
        var files = new ArrayList<TranscriptFile>();
        var budget = new TranscriptFile.Budget();
        for (var file : sent) {
            if (file.size() > TranscriptFile.LARGEST) {
                throw new Problem.TooLarge(
                        file.filename() + " is larger than 64 MB. Send it in parts. Nothing was kept.");
            }
            try (var content = file.content()) {
                files.addAll(TranscriptFile.of(file.filename(), content.readAllBytes(), budget));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private void takeFromScript(Context ctx) {
        var language = Params.query(ctx, "language");
        var file = Params.query(ctx, "file");
        var order = new TranscriptImports.Order(
                Params.query(ctx, "name"),
                language.isEmpty() ? "simple" : language,
                file.isEmpty() ? "sent to the API" : file,
                Access.user(ctx).id());
        var taken = take(ctx, TranscriptFile.of(file, ctx.bodyAsBytes(), new TranscriptFile.Budget()), order);
        ctx.json(new Answer(taken.source(), taken.report()));
    }
}
