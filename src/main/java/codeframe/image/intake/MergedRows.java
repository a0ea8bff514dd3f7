package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.intake.RowWriting.Carried;
import codeframe.image.table.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Lays rows over older ones: what a correction does not mention stays. One table for each two that meet. */
final class MergedRows {
    private final Handle handle;
    private final Map<Long, ImportTables.Table> sources = new HashMap<>();
    private final Map<List<Long>, ImportTables.Table> merged = new LinkedHashMap<>();

    MergedRows(Handle handle, long importId) {
        this.handle = handle;
        handle.createQuery("""
                        select t.id, t.import_id, t.name, t.columns, t.profile, t.mapping, t.problem, t.remarks
                        from import_table t
                        where t.import_id = :import or t.id in (
                            select o.table_id
                            from correction c
                            join import_row r on r.id = c.row_id
                            join import_table n on n.id = r.table_id
                            join import_row o on o.id = c.old_row_id
                            where n.import_id = :import)
                        """)
                .bind("import", importId)
                .mapTo(ImportTables.Table.class)
                .forEach(table -> sources.put(table.id(), table));
    }

    List<ImportTables.Table> tables() {
        return List.copyOf(merged.values());
    }

    /** The laid rows in the order of the pairs, written in one batch. */
    List<Carried> rows(List<Correcting.Pair> pairs) {
        var insert =
                handle.prepareBatch("insert into import_row (table_id, line, cells) values (:table, :line, :cells)");
        var laid = pairs.stream().map(this::laid).toList();
        for (int i = 0; i < pairs.size(); i++) {
            insert.bind("table", laid.get(i).table())
                    .bind("line", pairs.get(i).line())
                    .bindArray("cells", String.class, laid.get(i).cells())
                    .add();
        }
        var ids = insert.executePreparedBatch("id").mapTo(Long.class).list();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> written(laid.get(i), ids.get(i)))
                .toList();
    }

    private static Carried written(Carried laid, long row) {
        return new Carried(laid.image(), row, laid.table(), laid.cells(), laid.over());
    }

    private Carried laid(Correcting.Pair pair) {
        var table = merged.computeIfAbsent(List.of(pair.oldTable(), pair.newTable()), this::table);
        var before = RowWriting.cells(sources.get(pair.oldTable()).columns(), pair.oldCells());
        var newer = sources.get(pair.newTable());
        var corrected = columns(sources.get(pair.oldTable()), newer);
        var after = corrected.cells(newer.columns(), pair.newCells());
        var cells = table.columns().stream()
                .map(column -> {
                    var now = after.getOrDefault(column, "");
                    var kept = before.getOrDefault(corrected.earlier(column).orElse(column), "");
                    return now.isBlank() ? kept : now;
                })
                .toList();
        return new Carried(pair.image(), 0, table.id(), cells, pair.oldRow());
    }

    private ImportTables.Table table(List<Long> two) {
        var older = sources.get(two.get(0));
        var newer = sources.get(two.get(1));
        var columns = new ArrayList<>(older.columns());
        var corrected = columns(older, newer);
        newer.columns().stream()
                .map(corrected::name)
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
        var mapping = new LinkedHashMap<>(TableReading.mapping(older).columns());
        mapping.putAll(corrected.fields());
        return handle.createQuery("""
                        insert into import_table (import_id, part_id, position, name, columns, profile, mapping, merged)
                        select import_id, part_id, (select least(0, min(position)) - 1 from import_table
                                                    where part_id = t.part_id),
                               name, :columns, profile, :mapping, true
                        from import_table t where id = :newer
                        returning id, import_id, name, columns, profile, mapping, problem, remarks
                        """)
                .bindArray("columns", String.class, columns)
                .bind("mapping", Json.of(words(mapping)))
                .bind("newer", newer.id())
                .mapTo(ImportTables.Table.class)
                .one();
    }

    private static CorrectedColumns columns(ImportTables.Table older, ImportTables.Table newer) {
        return new CorrectedColumns(
                TableReading.mapping(older), older.columns(), TableReading.mapping(newer), newer.columns());
    }

    private static Map<String, String> words(Map<Field, String> mapping) {
        Map<String, String> words = new LinkedHashMap<>();
        new TreeMap<>(mapping).forEach((field, column) -> words.put(field.key(), column));
        return words;
    }
}
