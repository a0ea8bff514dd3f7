package codeframe.report.study;

import codeframe.codebook.Level;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import java.util.List;

/**
 * What is exported: which coders' codes of which variables, in the order of the codebook.
 *
 * @param viewer who takes it away: what they must not see is withheld
 */
public record Selection(long project, List<ReportedCoder> coders, List<Variable> variables, long viewer) {
    /** Types whose answers are chosen among the codebook's. */
    public static final List<VariableType> CHOSEN =
            List.of(VariableType.SINGLE, VariableType.MULTI, VariableType.BOOLEAN);

    public Selection {
        coders = List.copyOf(coders);
        variables = List.copyOf(variables);
    }

    public List<Long> coderIds() {
        return coders.stream().map(ReportedCoder::id).toList();
    }

    public List<String> keys() {
        return variables.stream().map(Variable::key).toList();
    }

    /** Variables of which a contact sheet can be drawn. */
    public List<Variable> chosen() {
        return variables.stream()
                .filter(variable -> CHOSEN.contains(variable.type()))
                .toList();
    }

    /** The number of the newest run, or of the first coder. */
    public String lastRun() {
        return coders.stream()
                .filter(ReportedCoder::isRun)
                .reduce((earlier, later) -> later)
                .or(() -> coders.stream().findFirst())
                .map(coder -> Long.toString(coder.id()))
                .orElse("");
    }

    /** A variable that was coded under an earlier version of the codebook and is no longer in it. */
    static Variable former(String key) {
        return new Variable(key, key, "", VariableType.TEXT, Level.NOMINAL, false, false, "", ShowIf.ALWAYS, List.of());
    }
}
