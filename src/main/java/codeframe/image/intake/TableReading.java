package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.table.ColumnMapping;
import codeframe.table.Content;
import codeframe.table.Row;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import codeframe.web.NumberText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a table of an upload into the database, row by row and all or nothing. */
final class TableReading {
    private static final int ROWS_AT_ONCE = 500;

    private final ImportTables tables;
    private final long importId;
    private final ImportOptions options;

    TableReading(ImportTables tables, long importId, ImportOptions options) {
        this.tables = tables;
        this.importId = importId;
        this.options = options;
    }

    void read(Entry entry, Content content) {
        tables.useTransaction(all -> {
            var outcome = store(all, entry, content);
            all.settle(importId, entry.part(), entry.position(), entry.path(), outcome.verdict(), outcome.reason());
        });
    }

    private record Outcome(String verdict, String reason) {}

    private Outcome store(ImportTables all, Entry entry, Content content) {
        try (var table = Table.open(content, options.sheet())) {
            var mapping = options.mapping(table.columns());
            long id = all.add(
                    importId,
                    entry.part(),
                    entry.position(),
                    entry.path(),
                    table.columns(),
                    mapping.profile(),
                    json(mapping));
            var outcome = new Outcome("table", rows(all, id, table));
            all.remark(id, table.remarks());
            return outcome;
        } catch (Unreadable | IOException e) {
            return new Outcome("rejected", e.getMessage());
        }
    }

    private static String rows(ImportTables all, long id, Table table) throws IOException {
        long count = 0;
        try {
            for (var rows = table.next(ROWS_AT_ONCE); !rows.isEmpty(); rows = table.next(ROWS_AT_ONCE)) {
                int columns = table.columns().size();
                all.addRows(id, rows.stream().map(row -> row(row, columns)).toList());
                count += rows.size();
            }
            return "%d rows".formatted(count);
        } catch (Unreadable e) {
            var problem = "After %s the table cannot be read on: %s"
                    .formatted(NumberText.count(count, "row", "rows"), e.getMessage());
            all.broken(id, problem);
            return problem;
        }
    }

    private static ImportTables.NewRow row(Row row, int columns) {
        int cells = row.cells().size();
        String problem = row.fit() == Row.Fit.LONG
                ? "The row has %d cells and the table %d columns, so it is not known which belongs where."
                        .formatted(cells, columns)
                : "";
        String remark = row.fit() == Row.Fit.SHORT ? "The row has fewer cells than the table has columns." : "";
        return new ImportTables.NewRow(row.line(), row.cells(), problem, (row.remark() + " " + remark).strip());
    }

    static Json json(ColumnMapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.columns().forEach((field, column) -> columns.put(field.key(), column));
        return Json.of(columns);
    }

    static ColumnMapping mapping(ImportTables.Table table) {
        return mapping(table.profile(), table.mapping());
    }

    static ColumnMapping mapping(String profile, Json columns) {
        return new ColumnMapping(profile, ImportOptions.fields(columns));
    }
}
