package codeframe.image.table;

import java.util.List;

/** One row of a metadata table, with the line it starts on and how its cells fit the header. */
public record CsvRow(long line, List<String> cells, Fit fit) {

    public enum Fit {
        /** As many cells as the header has columns. */
        WHOLE,
        /** Fewer: the last columns are empty. The row is used and reported. */
        SHORT,
        /** More: it cannot be told which cell belongs to which column. The row is reported and not used. */
        LONG
    }
}
