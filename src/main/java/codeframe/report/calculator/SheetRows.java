package codeframe.report.calculator;

import codeframe.table.Content;
import codeframe.table.Row;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import codeframe.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A pasted or uploaded table, row by row: read like every other table, but each row must fit the header. */
final class SheetRows {
    private static final long MOST_ROWS = 20_000_000;

    private SheetRows() {}

    interface Rows {
        /** Row 1 is the header. */
        void row(long number, List<String> cells);
    }

    /** The header goes to the first function, which says what to do with the rows. */
    interface Header {
        Rows of(List<String> columns);
    }

    /**
     * What a reader should know about how the table was read.
     *
     * @param sheet of a workbook, by its name; empty for the first
     */
    static List<String> read(Content content, String sheet, Header header) {
        try (var table = Table.open(content, sheet, MOST_ROWS)) {
            var taking = header.of(table.written());
            while (table.hasNext()) {
                var row = table.next();
                if (row.fit() != Row.Fit.WHOLE) {
                    throw new Problem.Invalid("Row " + row.number() + " has " + row.written()
                            + " cells, the header has " + table.columns().size() + ".");
                }
                taking.row(row.number(), row.cells());
            }
            return table.remarks();
        } catch (Unreadable refused) {
            throw new Problem.Invalid(refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
