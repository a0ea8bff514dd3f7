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
final class CalculatorRows {
    private static final long MOST_ROWS = 20_000_000;

    private CalculatorRows() {}

    interface Rows {
        /** Row 1 is the header. */
        void row(long number, List<String> cells);
    }

    /** The header goes to the first function, which says what to do with the rows. */
    interface Header {
        Rows of(List<String> columns);
    }

    /** What a reader should know about how the table was read. */
    static List<String> read(Content content, TableChoices choices, Header header) {
        return look(content, choices, MOST_ROWS, header);
    }

    /** The same of the first rows alone. */
    static List<String> look(Content content, TableChoices choices, long most, Header header) {
        try (var table = table(content, choices)) {
            var names = choices.withoutHeader() ? table.columns() : table.written();
            var taking = header.of(names);
            for (long seen = 0; seen < most && table.hasNext(); seen++) {
                var row = table.next();
                if (row.fit() != Row.Fit.WHOLE) {
                    throw new Problem.Invalid("Row " + row.number() + " has " + row.written()
                            + " cells, the header has " + names.size() + ".");
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

    private static Table table(Content content, TableChoices choices) throws IOException, Unreadable {
        return choices.withoutHeader()
                ? Table.withoutNames(content, choices.sheet(), MOST_ROWS)
                : Table.open(content, choices.sheet(), MOST_ROWS);
    }
}
