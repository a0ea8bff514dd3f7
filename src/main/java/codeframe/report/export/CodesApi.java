package codeframe.report.export;

import codeframe.project.Access;
import codeframe.report.study.Selection;
import codeframe.report.study.Selections;
import codeframe.web.FileDownload;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The tables of codes for R and Python. */
public final class CodesApi {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Selections selections;
    private final ExportRows rows;

    public CodesApi(Selections selections, ExportRows rows) {
        this.selections = selections;
        this.rows = rows;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/codes.csv", this::codes, Role.VIEWER);
        routes.get("/api/v1/projects/{project}/codes-wide.csv", this::wide, Role.VIEWER);
    }

    private void codes(Context ctx) {
        var request = ExportRequest.of(ctx);
        var selection = selection(ctx, request);
        ctx.header("Codeframe-Withheld", selections.withheld(selection).header());
        FileDownload.send(ctx, "codes.csv", CSV, out -> {
            try (var table = CsvFile.to(out, request.marked())) {
                LongTable.write(selection, rows, table);
            }
        });
    }

    private void wide(Context ctx) {
        var request = ExportRequest.of(ctx);
        var selection = selection(ctx, request);
        var wide = new WideTable(selection, rows, request.names(), request.posts());
        ctx.header("Codeframe-Withheld", selections.withheld(selection).header());
        FileDownload.send(ctx, "codes-wide.csv", CSV, out -> {
            try (var table = CsvFile.to(out, request.marked())) {
                wide.write(table);
            }
        });
    }

    private Selection selection(Context ctx, ExportRequest request) {
        return selections.of(Access.project(ctx), Access.user(ctx), request.coders(), request.variables());
    }
}
