package codeframe.api;

import codeframe.image.intake.ImportOptions;
import codeframe.image.intake.ImportReports;
import codeframe.image.intake.Imports;
import codeframe.image.intake.Uploads;
import codeframe.project.Access;
import codeframe.web.Body;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Imports for scripts. */
public final class ImportApi {
    private final Imports imports;
    private final Uploads uploads;
    private final ImportReports reports;

    public ImportApi(Imports imports, Uploads uploads, ImportReports reports) {
        this.imports = imports;
        this.uploads = uploads;
        this.reports = reports;
    }

    record Created(long id) {}

    record Told(String file, String reason) {}

    record State(
            long id,
            String state,
            String failure,
            long files,
            long accepted,
            long duplicates,
            long skipped,
            List<Told> rejected,
            List<Told> damaged,
            List<String> unfinished,
            List<String> remarks,
            long rows,
            long unmatchedRows,
            long unmatchedFiles) {}

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/projects/{project}/imports", this::create, Role.OWNER);
        routes.get("/api/v1/projects/{project}/imports/{import}", this::state, Role.VIEWER);
    }

    private void create(Context ctx) throws IOException {
        var files = ctx.isMultipart() ? ctx.uploadedFiles("files") : List.<UploadedFile>of();
        if (files.isEmpty()) {
            throw new Problem.Invalid("Send a multipart form with at least one part named \"files\".");
        }
        long id = uploads.begin(Access.project(ctx).id(), Access.user(ctx).id(), options(ctx));
        for (UploadedFile file : files) {
            uploads.add(id, file.filename(), file.content());
        }
        uploads.start(id);
        ctx.status(202).json(new Created(id));
    }

    private static ImportOptions options(Context ctx) {
        String options = Params.text(ctx, "options");
        if (options.isEmpty()) {
            return ImportOptions.NONE;
        }
        return ImportOptions.of(Body.object("The part \"options\"", options.getBytes(StandardCharsets.UTF_8)));
    }

    private void state(Context ctx) {
        var found = imports.find(Access.project(ctx).id(), Params.id(ctx, "import"))
                .orElseThrow(() -> new Problem.NotFound("import"));
        var counts = reports.counts(found.id());
        ctx.json(new State(
                found.id(),
                // While files are still being sent there is nothing to work on yet.
                found.uploading() ? "queued" : found.state(),
                found.failure(),
                found.files(),
                counts.accepted(),
                counts.duplicate(),
                counts.skipped(),
                told(found.id(), "rejected"),
                told(found.id(), "damaged"),
                imports.unfinished(found.id()),
                reports.remarks(found.id()),
                counts.rows(),
                counts.rowsWithoutFile(),
                counts.filesWithoutRow()));
    }

    private List<Told> told(long id, String verdict) {
        return reports.inTransaction(all -> {
            try (var lines = all.files(id, verdict, Long.MAX_VALUE)) {
                return lines.map(line -> new Told(line.path(), line.reason())).toList();
            }
        });
    }
}
