package codeframe.report.export;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Texts that a cell cannot hold as they are, for a sheet of their own: nothing is cut in silence. */
final class CellRemarks {
    static final String SHEET = "About cells";
    private static final int MOST = 10_000;

    private record Remark(int row, String column, String about) {}

    private final List<Remark> remarks = new ArrayList<>();
    private long others;

    /** @param row as the spreadsheet counts, from 1 */
    void look(int row, String column, String text) {
        if (text.length() > XlsxText.LONGEST) {
            add(new Remark(
                    row,
                    column,
                    "The text has " + NumberText.count(text.length())
                            + " characters; a cell holds 32,767, so its end is cut off here. The CSV has all of it."));
        }
        if (XlsxText.hasControls(text)) {
            add(
                    new Remark(
                            row,
                            column,
                            "The text has control characters, which a workbook holds as _x0001_ and the like. The CSV has them as they are."));
        }
    }

    private void add(Remark remark) {
        if (remarks.size() < MOST) {
            remarks.add(remark);
        } else {
            others++;
        }
    }

    /** The sheet is there only when there is something to say. */
    void write(Workbook workbook) {
        if (remarks.isEmpty()) {
            return;
        }
        var sheet = workbook.newWorksheet(SHEET);
        int line = 0;
        for (var word : List.of("row", "column", "what a cell cannot hold")) {
            sheet.inlineString(0, line++, word);
        }
        int row = 1;
        for (var remark : remarks) {
            sheet.value(row, 0, remark.row());
            sheet.inlineString(row, 1, XlsxText.written(XlsxText.fitting(remark.column())));
            sheet.inlineString(row++, 2, remark.about());
        }
        if (others > 0) {
            sheet.inlineString(row, 2, "The same holds for " + NumberText.count(others) + " more.");
        }
    }
}
