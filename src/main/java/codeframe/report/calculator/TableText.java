package codeframe.report.calculator;

import codeframe.table.Content;
import codeframe.table.Table;
import codeframe.table.Unreadable;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;

/** A table as text that can be shown and sent again, whatever file it came in. */
final class TableText {
    private static final int MOST = 400_000;

    private TableText() {}

    /** Empty for one that is too large for a page, or that cannot be read. */
    static String of(Content content, TableChoices choices) throws IOException {
        var start = Table.beginning(content, MOST + 1);
        if (!start.startsWith("PK\3\4")) {
            return start.length() > MOST || start.indexOf('\0') >= 0 ? "" : start;
        }
        try (var table = Table.withoutNames(content, choices.sheet(), MOST)) {
            return written(table);
        } catch (Unreadable toldWhenItIsComputed) {
            return "";
        }
    }

    private static String written(Table table) throws IOException, Unreadable {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            while (table.hasNext()) {
                csv.writeRecord(table.next().cells());
                if (text.getBuffer().length() > MOST) {
                    return "";
                }
            }
        }
        return text.toString();
    }
}
