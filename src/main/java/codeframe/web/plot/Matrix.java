package codeframe.web.plot;

import java.util.List;
import java.util.function.UnaryOperator;

/** Counts by row and column, such as one coder's codes against another's. */
public record Matrix(
        String rowTitle, String columnTitle, List<String> rows, List<String> columns, List<List<Cell>> cells) {
    private static final int SHADES = 7;

    /** {@code path} leads to the images counted and is empty when there is nowhere to go. */
    public record Cell(long n, String path) {}

    /** The same counts that lead nowhere, for files. */
    public Matrix withoutPaths() {
        var plain = cells.stream()
                .map(row -> row.stream().map(cell -> new Cell(cell.n(), "")).toList())
                .toList();
        return new Matrix(rowTitle, columnTitle, rows, columns, plain);
    }

    /** The same counts of rows and columns called as people read them. */
    public Matrix called(UnaryOperator<String> names) {
        return new Matrix(
                rowTitle,
                columnTitle,
                rows.stream().map(names).toList(),
                columns.stream().map(names).toList(),
                cells);
    }

    public Cell cell(int row, int column) {
        return cells.get(row).get(column);
    }

    /** The style class that shades a cell by its share of its row, so that rare categories stay readable. */
    public String shade(int row, int column) {
        long total = rowTotal(row);
        long n = cell(row, column).n();
        return "heat-" + (total == 0 || n == 0 ? 0 : Math.max(1, Math.round((double) SHADES * n / total)));
    }

    public long rowTotal(int row) {
        return cells.get(row).stream().mapToLong(Cell::n).sum();
    }

    public boolean diagonal(int row, int column) {
        return rows.get(row).equals(columns.get(column));
    }
}
