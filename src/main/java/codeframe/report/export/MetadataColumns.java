package codeframe.report.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of all imported tables, in their original order; a name that several tables have is one column. */
final class MetadataColumns {
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final Map<Long, int[]> byTable = new LinkedHashMap<>();

    /** @param loose names of metadata that images carry without a table */
    MetadataColumns(List<ExportRows.MetadataTable> tables, List<String> loose) {
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

    List<String> names() {
        return List.copyOf(positions.keySet());
    }

    List<String> cells(WideRow row) {
        var cells = new String[positions.size()];
        if (row.tableId() != null) {
            var columns = byTable.get(row.tableId());
            for (int i = 0; i < columns.length && i < row.cells().size(); i++) {
                cells[columns[i]] = row.cells().get(i);
            }
        } else if (row.metadata() != null) {
            row.metadata()
                    .tree()
                    .properties()
                    .forEach(field -> cells[positions.get(field.getKey())] =
                            field.getValue().isValueNode()
                                    ? field.getValue().asText()
                                    : field.getValue().toString());
        }
        return java.util.Arrays.asList(cells);
    }

    /** Cells of a row that has more of them than its table has columns. */
    List<String> beyond(WideRow row) {
        if (row.tableId() == null) {
            return List.of();
        }
        int width = byTable.get(row.tableId()).length;
        return row.cells().size() <= width
                ? List.of()
                : new ArrayList<>(row.cells().subList(width, row.cells().size()));
    }
}
