package codeframe.report.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * UTF-8, commas, CRLF as in RFC 4180. Values are written as they are: a caption that begins with "=" stays so, because R
 * and Python must read what was collected; spreadsheets are served by {@link XlsxFile}, where a text is never a formula.
 */
final class CsvFile implements TableFile {
    private static final char MARK = '\ufeff';

    private final CsvWriter csv;

    private CsvFile(CsvWriter csv) {
        this.csv = csv;
    }

    /** @param marked begins with a byte order mark, by which Excel knows UTF-8 */
    static CsvFile to(OutputStream out, boolean marked) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (marked) {
            text.write(MARK);
        }
        return new CsvFile(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text));
    }

    @Override
    public void row(List<?> cells) {
        csv.writeRecord(cells.stream()
                .map(cell -> cell == null ? null : cell.toString())
                .toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
