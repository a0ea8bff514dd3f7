package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables are asked, given the answers so far: the same rule as form.js has. */
public final class AskedVariables {
    private AskedVariables() {}

    /** A condition on a variable that is not among these cannot be looked at, so the question is asked. */
    public static Set<String> of(Codebook codebook, Map<String, List<String>> values) {
        var asked = new HashSet<String>();
        for (var variable : codebook.variables()) {
            if (codebook.variable(variable.showIf().variable()).isEmpty()
                    || (asked.contains(variable.showIf().variable()) && met(variable, values))) {
                asked.add(variable.key());
            }
        }
        return asked;
    }

    private static boolean met(Variable variable, Map<String, List<String>> values) {
        return values.getOrDefault(variable.showIf().variable(), List.of()).stream()
                .anyMatch(variable.showIf().values()::contains);
    }
}
