package codeframe.report.calculator;

import java.io.InputStream;
import java.util.List;

/** Reads gold and predicted labels: unit, gold, predicted and, where they are known, probability, weight, stratum. */
public final class JudgedSheets {
    private JudgedSheets() {}

    /** @param abstentions predicted labels that mean that the machine gave no answer, besides empty cells */
    public static JudgedSheet read(InputStream csv, List<String> abstentions) {
        var rows = new JudgedRows(abstentions);
        var found = new boolean[1];
        CsvText.read(csv, header -> {
            var columns = JudgedColumns.of(header);
            found[0] = columns.probabilities();
            return (line, cells) -> rows.add(columns, line, cells);
        });
        return rows.sheet(found[0]);
    }
}
