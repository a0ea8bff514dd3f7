package codeframe.report.calculator;

import codeframe.table.Content;
import java.util.List;

/** Reads gold and predicted labels: unit, gold, predicted and, where they are known, probability, weight, stratum. */
public final class JudgedSheets {
    private JudgedSheets() {}

    /** @param abstentions predicted labels that mean that the machine gave no answer, besides empty cells */
    public static JudgedSheet read(Content table, String named, List<String> abstentions) {
        var rows = new JudgedRows(abstentions);
        var found = new boolean[1];
        var remarks = SheetRows.read(table, named, header -> {
            var columns = JudgedColumns.of(header);
            found[0] = columns.probabilities();
            return (line, cells) -> rows.add(columns, line, cells);
        });
        return rows.sheet(found[0], remarks);
    }
}
