package codeframe.report.export;

import codeframe.report.study.Selection;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** All codes of a selection as entries of a larger file, which stays open. */
public final class CodeFiles {
    private final ExportRows rows;

    public CodeFiles(ExportRows rows) {
        this.rows = rows;
    }

    public void writeLong(Selection selection, OutputStream out) throws IOException {
        try (var table = CsvFile.to(new Open(out), false)) {
            LongTable.write(selection, rows, table);
        }
    }

    public void writeWide(Selection selection, OutputStream out) throws IOException {
        try (var table = CsvFile.to(new Open(out), false)) {
            new WideTable(selection, rows, WideColumnNames.KEYS, false).write(table);
        }
    }

    /** Flushed but not closed with the table that is written to it. */
    private static final class Open extends FilterOutputStream {
        private Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
