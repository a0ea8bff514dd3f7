package codeframe.image.intake;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how the columns of an import's tables were read, and matches anew when they are chosen otherwise. */
public final class ColumnPages {
    private static final int PREVIEW = 5;

    private final Imports imports;
    private final ImportTables tables;
    private final Corrections corrections;
    private final Uploads uploads;
    private final Access access;
    private final Templates templates;

    public ColumnPages(
            Imports imports,
            ImportTables tables,
            Corrections corrections,
            Uploads uploads,
            Access access,
            Templates templates) {
        this.imports = imports;
        this.tables = tables;
        this.corrections = corrections;
        this.uploads = uploads;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/imports/{import}/columns", this::show, Role.VIEWER);
        routes.post("/projects/{project}/imports/{import}/columns", this::choose, Role.OWNER);
    }

    private void show(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        draw(ctx, found.id(), forms(tables.ofImport(found.projectId(), found.id())));
    }

    private void draw(Context ctx, long importId, List<MappingForm> forms) {
        ctx.html(templates
                .imageColumns(access.page(ctx, "Columns", "images"), importId, forms)
                .render());
    }

    private List<MappingForm> forms(List<ImportTables.Table> all) {
        var ids = all.stream().map(ImportTables.Table::id).toList();
        var rows = tables.firstRows(ids, PREVIEW).stream()
                .collect(Collectors.groupingBy(ImportTables.RowOfTable::tableId));
        return all.stream()
                .map(table -> form(table, rows.getOrDefault(table.id(), List.of())))
                .toList();
    }

    private static MappingForm form(ImportTables.Table table, List<ImportTables.RowOfTable> first) {
        return new MappingForm(
                table,
                first.stream().map(ImportTables.RowOfTable::row).toList(),
                first.stream()
                        .mapToLong(ImportTables.RowOfTable::rows)
                        .findFirst()
                        .orElse(0),
                TableReading.mapping(table),
                Map.of());
    }

    private void choose(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        long id = number(Params.text(ctx, "table"));
        var table = tables.find(found.projectId(), found.id(), id).orElseThrow(() -> new Problem.NotFound("table"));
        if (corrections.settled(found.id())) {
            throw new Problem.Conflict(
                    "Values of this import were corrected since, or correct others. Take the corrections"
                            + " back first, on the page of the import that made them; nothing was changed.");
        }
        var form = MappingForm.chosen(ctx, forms(List.of(table)).get(0));
        if (!form.valid()) {
            ctx.status(422);
            draw(ctx, found.id(), List.of(form));
            return;
        }
        tables.map(id, form.mapping().profile(), TableReading.json(form.mapping()));
        uploads.matchAgain(found.id());
        access.redirect(
                ctx,
                "/projects/%d/imports/%d".formatted(found.projectId(), found.id()),
                "Rows and files are being matched anew.");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Problem.NotFound("table");
        }
    }
}
