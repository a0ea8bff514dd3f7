package codeframe.image.intake;

import codeframe.image.video.FrameForm;
import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Uploading, in one form or file by file, and what became of it. */
public final class ImportPages {
    private final Imports imports;
    private final Uploads uploads;
    private final ImportReports reports;
    private final Access access;
    private final Templates templates;

    public ImportPages(Imports imports, Uploads uploads, ImportReports reports, Access access, Templates templates) {
        this.imports = imports;
        this.uploads = uploads;
        this.reports = reports;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/imports", this::list, Role.VIEWER);
        routes.get("/projects/{project}/imports/new", ctx -> form(ctx, ""), Role.OWNER);
        routes.post("/projects/{project}/imports", this::upload, Role.OWNER);
        routes.post("/projects/{project}/imports/begin", this::begin, Role.OWNER);
        routes.post("/projects/{project}/imports/{import}/files", this::addFiles, Role.OWNER);
        routes.post("/projects/{project}/imports/{import}/start", this::start, Role.OWNER);
        routes.get("/projects/{project}/imports/{import}", this::show, Role.VIEWER);
        routes.get("/projects/{project}/imports/{import}/progress", this::progress, Role.VIEWER);
    }

    /** The import of the address, when it is of the project of the address. */
    static Import find(Imports imports, Context ctx) {
        return imports.find(Access.project(ctx).id(), Params.id(ctx, "import"))
                .orElseThrow(() -> new Problem.NotFound("import"));
    }

    private void list(Context ctx) {
        long project = Access.project(ctx).id();
        ctx.html(templates
                .imageImports(access.page(ctx, "Imports", "images"), imports.ofProject(project))
                .render());
    }

    private void form(Context ctx, String mistake) {
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .imageUpload(access.page(ctx, "Import images", "images"), mistake)
                        .render());
    }

    private void upload(Context ctx) throws IOException {
        var files = files(ctx);
        if (files.isEmpty()) {
            form(ctx, "Choose at least one file: images, ZIPs, or tables. Nothing was sent.");
            return;
        }
        long id = uploads.begin(Access.project(ctx).id(), Access.user(ctx).id(), options(ctx));
        add(id, files);
        uploads.start(id);
        ctx.redirect(path(ctx, id), HttpStatus.SEE_OTHER);
    }

    private void begin(Context ctx) {
        long id = uploads.begin(Access.project(ctx).id(), Access.user(ctx).id(), options(ctx));
        ctx.status(201).json(Map.of("path", path(ctx, id)));
    }

    private static ImportOptions options(Context ctx) {
        return ImportOptions.ofForm(Params.text(ctx, "sheet"), FrameForm.read(ctx));
    }

    private void addFiles(Context ctx) throws IOException {
        var found = find(imports, ctx);
        if (!found.uploading()) {
            throw new Problem.Conflict("This import has begun already: start another one for more files.");
        }
        add(found.id(), files(ctx));
        ctx.status(204);
    }

    private void start(Context ctx) {
        var found = find(imports, ctx);
        uploads.start(found.id());
        ctx.status(204);
    }

    private void add(long id, List<UploadedFile> files) throws IOException {
        for (UploadedFile file : files) {
            uploads.add(id, file.filename(), file.content());
        }
    }

    /** Browsers send an empty file where none was chosen. */
    static List<UploadedFile> files(Context ctx) {
        return ctx.isMultipart()
                ? ctx.uploadedFiles("files").stream()
                        .filter(file -> !file.filename().isEmpty())
                        .toList()
                : List.of();
    }

    private void show(Context ctx) {
        var found = find(imports, ctx);
        if (leadsToColumns(ctx, found)) {
            ctx.redirect(path(ctx, found.id()) + "/columns", HttpStatus.SEE_OTHER);
            return;
        }
        var page = access.page(ctx, "Import " + found.id(), "images");
        ctx.html(templates
                .imageImported(page, found, ImportResult.of(reports, imports, found))
                .render());
    }

    /** An owner whose table was not recognised is asked for its columns first; from there the import can be seen as it is. */
    private boolean leadsToColumns(Context ctx, Import found) {
        return !found.going()
                && !found.uploading()
                && Access.project(ctx).asRole() == Role.OWNER
                && ctx.queryParam("as-it-is") == null
                && reports.unrecognised(found.id());
    }

    /** Polled while the import goes on; once it is over the page loads itself again. */
    private void progress(Context ctx) {
        var found = find(imports, ctx);
        if (!found.going()) {
            ctx.header("HX-Refresh", "true");
        }
        ctx.html(templates.imageProgress(Access.project(ctx).id(), found).render());
    }

    private static String path(Context ctx, long id) {
        return "/projects/%d/imports/%d".formatted(Access.project(ctx).id(), id);
    }
}
