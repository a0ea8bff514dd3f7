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
    private static final int LONGEST_TEXT = 32_767;
    private static final String CUT = " … [cut here: an Excel cell holds no more; the CSV has all of it]";
    private static final int CELLS_AT_ONCE = 50_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;
    private int held;

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
        int column = 0;
        for (Object cell : cells) {
            if (cell instanceof Number number) {
                sheet.value(rows, column, number);
            } else if (cell != null && !cell.toString().isEmpty()) {
                sheet.inlineString(rows, column, fitting(cell.toString()));
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

    private static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - CUT.length()) + CUT;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
