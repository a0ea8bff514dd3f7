package codeframe.coding.intake;

import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.MemoryShare;
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

/** Human codes from files, in the browser: upload, then what became of every row. */
public final class CodeImportPages {
    private static final long LARGEST = 64_000_000;

    private final CodeImports imports;
    private final Events events;
    private final Access access;
    private final Templates templates;

    public CodeImportPages(CodeImports imports, Events events, Access access, Templates templates) {
        this.imports = imports;
        this.events = events;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/projects/{project}/codes/import",
                ctx -> show(ctx, new ImportChoices("", "", "", ""), ""),
                Role.OWNER);
        routes.post("/projects/{project}/codes/import", this::take, Role.OWNER);
        routes.get("/projects/{project}/codes/imports/{import}", this::report, Role.OWNER);
        routes.get("/projects/{project}/codes/imports/{import}/unmatched.csv", this::unmatched, Role.OWNER);
    }

    private void show(Context ctx, ImportChoices typed, String mistake) {
        long project = Access.project(ctx).id();
        ctx.status(mistake.isEmpty() ? 200 : 422)
                .html(templates
                        .codingImportCodes(
                                access.page(ctx, "Import human codes", "exports"),
                                Access.project(ctx),
                                imports.all(project),
                                typed,
                                mistake)
                        .render());
    }

    private void take(Context ctx) {
        var naming = new ImportChoices(
                Params.text(ctx, "variable"),
                Params.text(ctx, "coder"),
                Params.text(ctx, "match"),
                Params.text(ctx, "sheet"));
        var taken = new ArrayList<Kept>();
        try {
            files(ctx).forEach(file -> taken.add(take(ctx, file, naming)));
            access.redirect(ctx, address(ctx, taken), notice(taken));
        } catch (Problem.Invalid | Problem.TooLarge refused) {
            var before = taken.isEmpty() ? "" : " The files before it were taken; they are in the list below.";
            show(ctx, naming, refused.getMessage() + before);
        }
    }

    private static List<UploadedFile> files(Context ctx) {
        var files = ctx.isMultipart()
                ? ctx.uploadedFiles("files").stream()
                        .filter(file -> file.size() > 0 || !file.filename().isEmpty())
                        .toList()
                : List.<UploadedFile>of();
        if (files.isEmpty()) {
            throw new Problem.Invalid(
                    "Choose a file: a table of codes (CSV or Excel) or an export of Label Studio (JSON).");
        }
        return files;
    }

    private Kept take(Context ctx, UploadedFile file, ImportChoices naming) {
        if (file.size() > LARGEST) {
            throw new Problem.TooLarge(file.filename() + " is larger than 64 MB. Split it into several files.");
        }
        try (var content = file.content()) {
            long project = Access.project(ctx).id();
            long user = Access.user(ctx).id();
            MemoryShare.check("The file", file.size(), CodeImports.Uploaded.IN_MEMORY);
            var uploaded = new CodeImports.Uploaded(file.filename(), content.readAllBytes(), user);
            var kept = imports.any(project, uploaded, naming);
            events.add(project, user, kept.match().event() + ", from " + file.filename());
            return kept;
        } catch (Problem.Invalid refused) {
            throw new Problem.Invalid(file.filename() + ": " + refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Context ctx, List<Kept> taken) {
        var base = "/projects/" + Access.project(ctx).id() + "/codes/";
        return taken.size() == 1 ? base + "imports/" + taken.get(0).id() : base + "import";
    }

    private static String notice(List<Kept> taken) {
        return taken.size() == 1
                ? taken.get(0).name() + " is imported."
                : taken.size() + " files are imported; open each to see what became of its rows.";
    }

    private void report(Context ctx) {
        var kept = kept(ctx);
        ctx.html(templates
                .codingImportReport(access.page(ctx, kept.name(), "exports"), Access.project(ctx), kept, kept.match())
                .render());
    }

    private Kept kept(Context ctx) {
        return imports.kept(Access.project(ctx).id(), Params.id(ctx, "import"))
                .orElseThrow(() -> new Problem.NotFound("import of codes"));
    }

    private void unmatched(Context ctx) {
        var text = new StringBuilder("row,reason\r\n");
        for (var one : kept(ctx).match().unmatched()) {
            text.append(one.row())
                    .append(",\"")
                    .append(one.reason().replace("\"", "\"\""))
                    .append("\"\r\n");
        }
        ctx.contentType("text/csv; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"not-taken.csv\"");
        ctx.result(text.toString());
    }
}
