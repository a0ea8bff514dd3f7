package codeframe.llm.prompt;

import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which variables are asked together, and in which order. */
final class Steps {
    private final Map<String, Variable> chosen = new LinkedHashMap<>();
    private final PromptOptions options;

    Steps(List<Variable> variables, PromptOptions options) {
        variables.forEach(variable -> chosen.put(variable.key(), variable));
        this.options = options;
    }

    /** In sequence, what depends on an answer comes after it; the rest keeps the order of the codebook. */
    List<List<Variable>> all() {
        var byDepth = new TreeMap<Integer, Map<String, List<Variable>>>();
        for (var variable : chosen.values()) {
            byDepth.computeIfAbsent(depth(variable), depth -> new LinkedHashMap<>())
                    .computeIfAbsent(unit(variable), unit -> new ArrayList<>())
                    .add(variable);
        }
        return byDepth.values().stream()
                .flatMap(units -> units.values().stream())
                .map(List::copyOf)
                .toList();
    }

    Map<String, Variable> chosen() {
        return chosen;
    }

    private String unit(Variable variable) {
        return switch (options.split()) {
            case WHOLE -> "";
            case GROUP -> variable.group();
            case VARIABLE -> variable.key();
        };
    }

    private int depth(Variable variable) {
        int depth = 0;
        var seen = new ArrayList<String>();
        var at = variable;
        while (options.showIfSequential() && follows(at) && !seen.contains(at.key())) {
            seen.add(at.key());
            at = chosen.get(at.showIf().variable());
            depth++;
        }
        return depth;
    }

    /** Whether its condition hangs on a variable of the same run. */
    boolean follows(Variable variable) {
        return !variable.showIf().always()
                && chosen.containsKey(variable.showIf().variable());
    }

    /** Those of a step that the model itself has to find out whether they apply. */
    List<String> conditional(List<Variable> step) {
        return step.stream()
                .filter(variable -> !variable.showIf().always())
                .filter(variable -> !options.showIfSequential() || !follows(variable))
                .map(Variable::key)
                .toList();
    }
}
