package codeframe.feature.intake;

import codeframe.table.Content;
import codeframe.table.Row;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import codeframe.web.MemoryShare;
import codeframe.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What another tool wrote about images: a table (CSV, Excel) or JSON, as rows of cells. A list within JSON is a cell that
 * holds it as JSON.
 *
 * @param remarks what a reader should know about how the file was read
 */
record FeatureFile(List<String> columns, List<FileRow> rows, List<String> remarks) {
    /** What is made of a table is about so many times as large. */
    static final int IN_MEMORY = 8;

    static final long LARGEST = 64_000_000;

    private static final int WAIT_SECONDS = 30;
    private static final Semaphore READING = new Semaphore(1, true);

    /** @param number as a spreadsheet counts rows; of JSON the place of the item */
    record FileRow(long number, List<String> cells, boolean fits) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    static FeatureFile read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Problem.TooLarge("The file is larger than 64 MB. Split it into several files.");
        }
        MemoryShare.check("The file", bytes.length, IN_MEMORY);
        boolean turn = false;
        try {
            turn = READING.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!turn) {
                throw new Problem.Busy(
                        "The server reads one file of features at a time, and others wait. Nothing was kept. Send it again"
                                + " in half a minute.",
                        WAIT_SECONDS);
            }
            return rows(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server is being stopped. Send the file again once it has started.");
        } finally {
            if (turn) {
                READING.release();
            }
        }
    }

    private static FeatureFile rows(byte[] bytes) {
        try {
            var start = Table.beginning(Content.of(bytes), 200).stripLeading();
            return start.startsWith("{") || start.startsWith("[") ? FeatureJson.read(bytes) : table(bytes);
        } catch (Unreadable refused) {
            throw new Problem.Invalid(refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureFile table(byte[] bytes) throws IOException, Unreadable {
        try (var table = Table.open(Content.of(bytes))) {
            var rows = new ArrayList<FileRow>();
            var memory = new RowMemory();
            while (table.hasNext()) {
                var row = table.next();
                if (!row.blank()) {
                    memory.row(row.cells());
                    rows.add(new FileRow(row.number(), row.cells(), row.fit() != Row.Fit.LONG));
                }
            }
            return new FeatureFile(table.columns(), rows, table.remarks());
        }
    }
}
