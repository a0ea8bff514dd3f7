package codeframe.report.export;

import codeframe.report.study.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One row per code, in the order of image, coder, variable and value. */
final class LongTable {
    private LongTable() {}

    static void write(Selection selection, ExportRows rows, TableFile table) throws IOException {
        table.row(Exported.COLUMNS);
        try {
            rows.codes(
                    selection.project(),
                    selection.coderIds(),
                    selection.keys(),
                    selection.viewer(),
                    code -> write(code, table));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Exported code, TableFile table) {
        try {
            table.row(code.cells());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
