package codeframe.report.study;

import codeframe.db.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of all imported tables, in their original order; a name that several tables have is one column. */
public final class MetadataColumns {
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final Map<Long, int[]> byTable = new LinkedHashMap<>();

    /** @param loose names of metadata that images carry without a table */
    public MetadataColumns(List<SelectionRows.MetadataTable> tables, List<String> loose) {
        for (var table : tables) {
            byTable.put(
                    table.id(),
                    table.columns().stream().mapToInt(this::position).toArray());
        }
        loose.forEach(this::position);
    }

    private int position(String name) {
        return positions.computeIfAbsent(name, first -> positions.size());
    }

    public List<String> names() {
        return List.copyOf(positions.keySet());
    }

    /** @param table whose row describes the image, or null where only its own metadata do */
    public List<String> cells(Long table, List<String> row, Json metadata) {
        var cells = new String[positions.size()];
        if (table != null) {
            var columns = byTable.get(table);
            for (int i = 0; i < columns.length && i < row.size(); i++) {
                cells[columns[i]] = row.get(i);
            }
        } else if (metadata != null) {
            metadata.tree()
                    .properties()
                    .forEach(field -> cells[positions.get(field.getKey())] =
                            field.getValue().isValueNode()
                                    ? field.getValue().asText()
                                    : field.getValue().toString());
        }
        return Arrays.asList(cells);
    }

    /** Cells of a table's row that has more of them than its table has columns; none without a table. */
    public List<String> beyond(Long table, List<String> row) {
        int width = table == null ? 0 : byTable.get(table).length;
        return table == null || row.size() <= width ? List.of() : new ArrayList<>(row.subList(width, row.size()));
    }
}
