package codeframe.image.intake;

import codeframe.web.Problem;
import codeframe.web.Role;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The lists of an import as CSV, whole and streamed. */
public final class ImportListPages {
    private static final Set<String> VERDICTS = Set.of("accepted", "damaged", "duplicate", "rejected", "skipped");

    private final Imports imports;
    private final ImportTables tables;
    private final ImportReports reports;

    public ImportListPages(Imports imports, ImportTables tables, ImportReports reports) {
        this.imports = imports;
        this.tables = tables;
        this.reports = reports;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/imports/{import}/files.csv", this::files, Role.VIEWER);
        routes.get("/projects/{project}/imports/{import}/moving-pictures.csv", this::moving, Role.VIEWER);
        routes.get("/projects/{project}/imports/{import}/files-without-row.csv", this::filesWithoutRow, Role.VIEWER);
        routes.get("/projects/{project}/imports/{import}/rows-without-file.csv", this::rowsWithoutFile, Role.VIEWER);
    }

    private void files(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        String verdict = ctx.queryParam("verdict");
        if (verdict == null || !VERDICTS.contains(verdict)) {
            throw new Problem.Invalid("The verdict must be one of accepted, damaged, duplicate, rejected, skipped.");
        }
        reports.useTransaction(all -> {
            try (var lines = all.files(found.id(), verdict, Long.MAX_VALUE)) {
                writeFiles(ctx, "import-%d-%s.csv".formatted(found.id(), verdict), lines);
            }
        });
    }

    private void moving(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        reports.useTransaction(all -> {
            try (var lines = all.moving(found.id(), Long.MAX_VALUE)) {
                writeFiles(ctx, "import-%d-moving-pictures.csv".formatted(found.id()), lines);
            }
        });
    }

    private void filesWithoutRow(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        reports.useTransaction(all -> {
            try (var lines = all.filesWithoutRow(found.id(), Long.MAX_VALUE)) {
                writeFiles(ctx, "import-%d-files-without-row.csv".formatted(found.id()), lines);
            }
        });
    }

    private static void writeFiles(Context ctx, String name, Stream<ImportReports.Line> lines) {
        write(
                ctx,
                name,
                List.of("file", "reason", "image", "first_path"),
                lines.map(line -> List.of(
                        line.path(),
                        line.reason() == null ? "" : line.reason(),
                        line.image() == null ? "" : line.image().toString(),
                        line.first() == null ? "" : line.first())));
    }

    /** The rows with all their cells; tables with different columns share those of the same name. */
    private void rowsWithoutFile(Context ctx) {
        var found = ImportPages.find(imports, ctx);
        Set<String> columns = new LinkedHashSet<>();
        tables.ofImport(found.projectId(), found.id()).forEach(table -> columns.addAll(table.columns()));
        var header = new ArrayList<>(List.of("table", "line", "reason"));
        header.addAll(columns);
        reports.useTransaction(all -> {
            try (var rows = all.rowsWithoutFile(found.id(), Long.MAX_VALUE)) {
                write(
                        ctx,
                        "import-%d-rows-without-file.csv".formatted(found.id()),
                        header,
                        rows.map(row -> cells(row, columns)));
            }
        });
    }

    private static List<String> cells(ImportReports.RowLine row, Set<String> columns) {
        var cells = new ArrayList<>(List.of(row.table(), Long.toString(row.line()), row.reason()));
        for (String column : columns) {
            int position = row.columns().indexOf(column);
            cells.add(
                    position < 0 || position >= row.cells().size()
                            ? ""
                            : row.cells().get(position));
        }
        return cells;
    }

    private static void write(Context ctx, String name, List<String> header, Stream<List<String>> rows) {
        ctx.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
