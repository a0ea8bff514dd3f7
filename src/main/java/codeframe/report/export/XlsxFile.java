package codeframe.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook of one sheet. Texts are written as texts, so that none is taken for a formula, a date or a number. */
final class XlsxFile implements TableFile {
    /** The limits of the format. */
    static final int MOST_ROWS = 1_048_576;

    static final int MOST_COLUMNS = 16_384;
    private static final long MOST_SHARED = 10_000_000;
    private static final int CELLS_AT_ONCE = 50_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final CellRemarks remarks = new CellRemarks();
    private List<String> header = List.of();
    private int rows;
    private int held;
    private long shared;

    XlsxFile(OutputStream out, String sheetName) {
        workbook = new Workbook(out, "Codeframe", "1.0");
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (rows == MOST_ROWS || cells.size() > MOST_COLUMNS) {
            throw new IOException("the table is larger than an Excel sheet");
        }
        header = rows == 0 ? cells.stream().map(Object::toString).toList() : header;
        int column = 0;
        for (Object cell : cells) {
            if (cell instanceof Number number) {
                sheet.value(rows, column, number);
            } else if (cell != null && !cell.toString().isEmpty()) {
                remarks.look(rows + 1, header.get(column), cell.toString());
                text(column, XlsxText.fitting(cell.toString()));
            }
            column++;
        }
        rows++;
        held += cells.size();
        if (held > CELLS_AT_ONCE) {
            sheet.flush();
            held = 0;
        }
    }

    /** Excel keeps blanks at an end of a shared text alone; those are held until the end, so not without limit. */
    private void text(int column, String text) {
        if (text.equals(text.strip())) {
            sheet.inlineString(rows, column, XlsxText.written(text));
        } else if (shared + text.length() <= MOST_SHARED) {
            shared += text.length();
            sheet.value(rows, column, XlsxText.written(text));
        } else {
            sheet.inlineString(rows, column, XlsxText.withEnds(text));
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        remarks.write(workbook);
        workbook.finish();
    }
}
