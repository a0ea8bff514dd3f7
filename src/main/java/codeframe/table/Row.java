package codeframe.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number as a spreadsheet counts rows: the column names are row 1
 * @param line of the text on which the row starts; of a workbook its row there
 * @param written how many cells are written in it
 * @param fit how its cells fit the column names
 * @param remark what is odd about how it was read, as a sentence; else empty
 */
public record Row(long number, long line, List<String> cells, int written, Fit fit, String remark) {

    public enum Fit {
        /** As many cells as there are columns. */
        WHOLE,
        /** Fewer: the last columns are empty. */
        SHORT,
        /** More: it cannot be told which cell belongs to which column. */
        LONG
    }

    /** A cell without the spaces around it; empty for a column that is not there. */
    public String cell(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
