package codeframe.llm.prompt;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import java.util.List;
import java.util.Map;

/** Whether a variable is to be asked, by the answers so far. */
public enum Condition {
    HOLDS,
    FAILS,
    /** What it hangs on has no valid answer. */
    UNKNOWN;

    /** @param variables those of the run, by key; a condition on any other is for the model to judge */
    public static Condition of(Variable variable, Map<String, Variable> variables, List<Code> codes) {
        return of(variable, variables, codes, variables.size());
    }

    private static Condition of(Variable variable, Map<String, Variable> variables, List<Code> codes, int steps) {
        var when = variable.showIf();
        if (when.always() || !variables.containsKey(when.variable()) || steps == 0) {
            return HOLDS;
        }
        var before = of(variables.get(when.variable()), variables, codes, steps - 1);
        if (before != HOLDS) {
            return before;
        }
        var answers = codes.stream()
                .filter(code -> code.variable().equals(when.variable()))
                .toList();
        if (answers.isEmpty()) {
            return UNKNOWN;
        }
        return answers.stream().anyMatch(code -> when.values().contains(code.value())) ? HOLDS : FAILS;
    }
}
