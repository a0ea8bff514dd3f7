package codeframe.report.export;

import codeframe.project.Access;
import codeframe.report.study.Selection;
import codeframe.report.study.Selections;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Tables to take away, with their counts before the download. */
public final class ExportPages {
    private final Selections selections;
    private final ExportRows rows;
    private final ExportCounts counts;
    private final Access access;
    private final Templates templates;

    public ExportPages(
            Selections selections, ExportRows rows, ExportCounts counts, Access access, Templates templates) {
        this.selections = selections;
        this.rows = rows;
        this.counts = counts;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/exports", this::show, Role.VIEWER);
        routes.get("/projects/{project}/exports/counts", this::count, Role.VIEWER);
        routes.get("/projects/{project}/exports/table", this::table, Role.VIEWER);
        routes.get("/projects/{project}/exports/label-studio.json", this::tasks, Role.VIEWER);
        routes.get("/projects/{project}/exports/label-studio.xml", this::labelling, Role.VIEWER);
    }

    private void show(Context ctx) {
        var form = ExportForm.of(ctx);
        var everything = selections.of(Access.project(ctx), Access.user(ctx), List.of(), List.of());
        ctx.html(templates
                .reportExports(
                        access.page(ctx, "Exports", "exports"),
                        Access.project(ctx),
                        everything,
                        form,
                        summary(selection(ctx, form), form))
                .render());
    }

    private void count(Context ctx) {
        var form = ExportForm.of(ctx);
        ctx.html(templates
                .reportExportCounts(form, summary(selection(ctx, form), form))
                .render());
    }

    private Selection selection(Context ctx, ExportForm form) {
        var request = form.request();
        return selections.of(Access.project(ctx), Access.user(ctx), request.coders(), request.variables());
    }

    private Summary summary(Selection selection, ExportForm form) {
        return Summary.of(
                selection,
                counts,
                form.request().posts(),
                wide(selection, form).columns(),
                selections.withheld(selection));
    }

    private WideTable wide(Selection selection, ExportForm form) {
        return new WideTable(
                selection, rows, form.request().names(), form.request().posts());
    }

    private void table(Context ctx) {
        var form = ExportForm.of(ctx);
        var selection = selection(ctx, form);
        if (form.xlsx()) {
            checkFits(form, summary(selection, form));
        }
        ctx.header("Codeframe-Withheld", selections.withheld(selection).header());
        FileDownload.send(ctx, form.fileName(Access.project(ctx).name()), form.type(), out -> {
            try (var table = file(form, out)) {
                write(selection, form, table);
            }
        });
    }

    private static void checkFits(ExportForm form, Summary summary) {
        long needed = 1 + (form.wide() ? summary.rowsOfWide() : summary.rowsOfLong());
        if (needed > XlsxFile.MOST_ROWS || (form.wide() && summary.columns() > XlsxFile.MOST_COLUMNS)) {
            throw new Problem.Invalid(
                    "An Excel sheet holds 1,048,576 rows and 16,384 columns; this table has more. Take the CSV, or choose"
                            + " fewer coders and variables.");
        }
    }

    private static TableFile file(ExportForm form, OutputStream out) throws IOException {
        return form.xlsx()
                ? new XlsxFile(out, form.wide() ? "Images" : "Codes")
                : CsvFile.to(out, form.format().equals("excel"));
    }

    private void write(Selection selection, ExportForm form, TableFile table) throws IOException {
        if (form.wide()) {
            wide(selection, form).write(table);
        } else {
            LongTable.write(selection, rows, table);
        }
    }

    private void tasks(Context ctx) {
        var selection = selection(ctx, ExportForm.of(ctx));
        ctx.header("Codeframe-Withheld", selections.withheld(selection).header());
        FileDownload.send(ctx, "label-studio-tasks.json", "application/json", out -> {
            try (var tasks = new LabelStudioTasks(selection, out)) {
                tasks.write(rows);
            }
        });
    }

    private void labelling(Context ctx) {
        var selection = selection(ctx, ExportForm.of(ctx));
        FileDownload.send(
                ctx, "label-studio-config.xml", "application/xml", out -> LabellingConfig.write(selection, out));
    }
}
