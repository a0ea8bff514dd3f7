package codeframe.table;

import java.io.IOException;

/**
 * The rows of what was sent, in whichever form it is.
 *
 * @param remark what a reader should know about its letters, as a sentence; else empty
 */
record TableSource(Rows rows, String remark) {

    static TableSource of(Content content, String sheet) throws IOException, Unreadable {
        if (Workbook.is(content)) {
            return new TableSource(Workbook.open(content, sheet), "");
        }
        NoTable.check(content);
        var encoding = Encoding.of(content);
        var beginning = Table.beginning(content, 1 << 14);
        if (ZeeschuimerRows.begins(beginning)) {
            return new TableSource(new ZeeschuimerRows(encoding.reader(content)), encoding.remark());
        }
        NoTable.checkText(beginning);
        var separator = Separator.of(encoding.reader(content));
        var rows = new CsvRows(encoding.reader(content), separator.sign());
        if (separator.declared()) {
            rows.skipLine();
        }
        return new TableSource(rows, encoding.remark());
    }
}
