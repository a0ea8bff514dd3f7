package codeframe.feature.intake;

import codeframe.feature.FeatureSources;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Features from files in the browser: the file, then its columns. */
public final class FeatureImportPages {
    private final FeatureImports imports;
    private final FeatureUploads uploads;
    private final FeatureSources sources;
    private final Events events;
    private final Shell shell;

    /** What pages are drawn with. */
    public record Shell(Access access, Templates templates) {}

    public FeatureImportPages(
            FeatureImports imports, FeatureUploads uploads, FeatureSources sources, Events events, Shell shell) {
        this.imports = imports;
        this.uploads = uploads;
        this.sources = sources;
        this.events = events;
        this.shell = shell;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/features/import", ctx -> showUpload(ctx, ""), Role.OWNER);
        routes.post("/projects/{project}/features/import", this::upload, Role.OWNER);
        routes.get("/projects/{project}/features/uploads/{upload}", this::columns, Role.OWNER);
        routes.post("/projects/{project}/features/uploads/{upload}", this::take, Role.OWNER);
        routes.post("/projects/{project}/features/uploads/{upload}/discard", this::discard, Role.OWNER);
    }

    private void showUpload(Context ctx, String mistake) {
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureUpload(shell.access().page(ctx, "Import features", "images"), mistake)
                        .render());
    }

    private void upload(Context ctx) {
        try {
            var file = file(ctx);
            var bytes = bytes(file);
            FeatureFile.read(bytes);
            uploads.removeOld();
            long id = uploads.add(
                    Access.project(ctx).id(),
                    file.filename(),
                    bytes,
                    Access.user(ctx).id());
            ctx.redirect(base(ctx) + "/uploads/" + id, HttpStatus.SEE_OTHER);
        } catch (Problem.Invalid | Problem.TooLarge refused) {
            showUpload(ctx, refused.getMessage());
        }
    }

    private static UploadedFile file(Context ctx) {
        var file = ctx.isMultipart() ? ctx.uploadedFile("files") : null;
        if (file == null || file.filename().isEmpty()) {
            throw new Problem.Invalid("Choose a file: a table (CSV or Excel) or JSON.");
        } else if (file.size() > FeatureFile.LARGEST) {
            throw new Problem.TooLarge(file.filename() + " is larger than 64 MB. Split it into several files.");
        }
        return file;
    }

    private static byte[] bytes(UploadedFile file) {
        try (var content = file.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base(Context ctx) {
        return "/projects/" + Access.project(ctx).id() + "/features";
    }

    private FeatureMappingForm form(Context ctx) {
        long project = Access.project(ctx).id();
        long id = Params.id(ctx, "upload");
        var name = uploads.name(project, id).orElseThrow(() -> new Problem.NotFound("upload"));
        var content = FeatureFile.read(uploads.bytes(project, id).orElseThrow(() -> new Problem.NotFound("upload")));
        return FeatureMappingForm.guessed(id, name, content, sources.languages());
    }

    private void columns(Context ctx) {
        draw(ctx, form(ctx));
    }

    private void draw(Context ctx, FeatureMappingForm form) {
        ctx.status(form.mistake().isEmpty() ? 200 : 422)
                .html(shell.templates()
                        .featureColumns(shell.access().page(ctx, "Columns", "images"), form)
                        .render());
    }

    private void take(Context ctx) {
        var form = form(ctx).typed(ctx);
        if (!form.mistake().isEmpty()) {
            draw(ctx, form);
            return;
        }
        long project = Access.project(ctx).id();
        var order = new FeatureOrder(
                form.name(), form.language(), form.file(), Access.user(ctx).id());
        try {
            var taken = imports.take(project, form.content(), form.mapping(), order);
            uploads.remove(project, form.upload());
            events.add(project, order.user(), taken.report().event(order.name(), order.file()));
            shell.access().redirect(ctx, base(ctx) + "/" + taken.source(), "The features are imported.");
        } catch (Problem.Invalid refused) {
            draw(ctx, form.wrong(refused.getMessage()));
        }
    }

    private void discard(Context ctx) {
        if (!uploads.remove(Access.project(ctx).id(), Params.id(ctx, "upload"))) {
            throw new Problem.NotFound("upload");
        }
        shell.access().redirect(ctx, base(ctx), "The file was not imported.");
    }
}
