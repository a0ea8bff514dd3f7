package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which variables of a codebook a report is of. */
public final class ReportedVariables {
    private ReportedVariables() {}

    /** Those on which coders may agree: all but free text. */
    public static List<Variable> counted(List<Variable> variables) {
        return variables.stream()
                .filter(variable -> variable.type() != VariableType.TEXT)
                .toList();
    }

    /** Those that have a confusion table: answers are chosen among the codebook's. */
    public static List<Variable> chosen(List<Variable> variables) {
        return variables.stream()
                .filter(variable -> Selection.CHOSEN.contains(variable.type()))
                .toList();
    }

    public static UnaryOperator<List<Variable>> only(String key) {
        return variables -> variables.stream()
                .filter(variable -> variable.key().equals(key))
                .toList();
    }
}
