package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.table.ColumnMapping;
import codeframe.image.table.CsvRow;
import codeframe.image.table.MetadataCsv;
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

    void read(Entry entry, MetadataCsv.Content content) {
        tables.useTransaction(all -> {
            var outcome = store(all, entry, content);
            all.settle(importId, entry.part(), entry.position(), entry.path(), outcome.verdict(), outcome.reason());
        });
    }

    private record Outcome(String verdict, String reason) {}

    private Outcome store(ImportTables all, Entry entry, MetadataCsv.Content content) {
        try (var csv = MetadataCsv.open(content)) {
            var mapping = options.mapping(csv.columns());
            long table = all.add(
                    importId,
                    entry.part(),
                    entry.position(),
                    entry.path(),
                    csv.columns(),
                    mapping.profile(),
                    json(mapping));
            return new Outcome("table", rows(all, table, csv));
        } catch (MetadataCsv.Unreadable | IOException e) {
            return new Outcome("rejected", e.getMessage());
        }
    }

    private static String rows(ImportTables all, long table, MetadataCsv csv) {
        long count = 0;
        try {
            for (var rows = csv.next(ROWS_AT_ONCE); !rows.isEmpty(); rows = csv.next(ROWS_AT_ONCE)) {
                int columns = csv.columns().size();
                all.addRows(table, rows.stream().map(row -> row(row, columns)).toList());
                count += rows.size();
            }
            return "%d rows".formatted(count);
        } catch (MetadataCsv.Unreadable e) {
            all.broken(table, e.getMessage());
            return "%d rows; %s".formatted(count, e.getMessage());
        }
    }

    private static ImportTables.NewRow row(CsvRow row, int columns) {
        int cells = row.cells().size();
        String problem = row.fit() == CsvRow.Fit.LONG
                ? "The row has %d cells and the table %d columns, so it is not known which belongs where."
                        .formatted(cells, columns)
                : "";
        String remark = row.fit() == CsvRow.Fit.SHORT ? "The row has fewer cells than the table has columns." : "";
        return new ImportTables.NewRow(row.line(), row.cells(), problem, remark);
    }

    static Json json(ColumnMapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.columns().forEach((field, column) -> columns.put(field.key(), column));
        return Json.of(columns);
    }

    static ColumnMapping mapping(ImportTables.Table table) {
        return new ColumnMapping(table.profile(), ImportOptions.fields(table.mapping()));
    }
}
