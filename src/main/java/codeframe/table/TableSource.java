package codeframe.table;

import java.io.IOException;

/**
 * The rows of what was sent, in whichever form it is.
 *
 * @param remark what a reader should know about it as a whole, as a sentence; else empty
 */
record TableSource(Rows rows, String remark) {

    static TableSource of(Content content, String sheet) throws IOException, Unreadable {
        if (Workbook.is(content)) {
            var rows = Workbook.open(content, sheet);
            return new TableSource(rows, rows.remark());
        }
        NoTable.check(content);
        var encoding = Encoding.of(content);
        var separator = Separator.of(encoding.reader(content));
        var rows = new CsvRows(encoding.reader(content), separator.sign());
        if (separator.declared()) {
            rows.skipLine();
        }
        return new TableSource(rows, encoding.remark());
    }
}
