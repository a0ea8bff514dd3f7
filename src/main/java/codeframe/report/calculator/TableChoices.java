package codeframe.report.calculator;

import codeframe.web.Problem;
import java.util.List;
import java.util.Set;

/**
 * What the sender says about a table; each is empty where the table is to tell it by itself.
 *
 * @param sheet of a workbook, by its name
 * @param header {@code yes} or {@code no}: whether the first row names the columns
 * @param unit the column that names the units
 * @param coders the columns of coders; all others are left out
 * @param missing values that mean that there is no code
 * @param kept values that are labels although they look as if there were no code
 */
public record TableChoices(
        String sheet, String header, String unit, List<String> coders, Set<String> missing, Set<String> kept) {
    public static final TableChoices NONE = new TableChoices("", "", "", List.of(), Set.of(), Set.of());

    public TableChoices {
        if (!Set.of("", "yes", "no").contains(header)) {
            throw new Problem.Invalid("header must be yes or no, not \"" + header + "\".");
        }
    }

    boolean withoutHeader() {
        return header.equals("no");
    }
}
