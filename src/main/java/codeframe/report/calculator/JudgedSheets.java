package codeframe.report.calculator;

import codeframe.table.Content;
import codeframe.table.DecimalSign;
import codeframe.web.Problem;
import java.util.List;

/** Reads gold and predicted labels: unit, gold, predicted and, where they are known, probability, weight, stratum. */
public final class JudgedSheets {
    private JudgedSheets() {}

    /** @param abstentions predicted labels that mean that the machine gave no answer, besides empty cells */
    public static JudgedSheet read(Content table, TableChoices choices, List<String> abstentions) {
        var decimals = decimals(table, choices);
        var rows = new JudgedRows(abstentions);
        var found = new boolean[1];
        var remarks = CalculatorRows.read(table, choices, header -> {
            var columns = JudgedColumns.of(header, choices, decimals);
            found[0] = columns.probabilities();
            return (line, cells) -> rows.add(columns, line, cells);
        });
        return rows.sheet(found[0], choices, remarks);
    }

    /** Probabilities and weights may be written with a comma, but all of them alike. */
    private static DecimalSign decimals(Content table, TableChoices choices) {
        var decimals = new DecimalSign();
        CalculatorRows.read(table, choices, header -> {
            var columns = JudgedColumns.of(header, choices, decimals);
            return (line, cells) -> columns.look(cells, line);
        });
        decimals.problem().ifPresent(sentence -> {
            throw new Problem.Invalid(sentence);
        });
        return decimals;
    }
}
