package codeframe.vote;

import codeframe.codebook.Level;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.statistics.vote.Ballots;
import java.util.List;
import java.util.Set;

/**
 * What is voted on at once: a choice of one category; of several, every category by itself, for or against.
 *
 * @param category of a choice of several; empty otherwise
 */
record Motion(Variable variable, String category, List<String> options) {
    static final List<String> FOR_OR_AGAINST = List.of("present", "absent");

    static boolean possible(Variable variable) {
        return variable.type() != VariableType.NUMBER && variable.type() != VariableType.TEXT;
    }

    static List<Motion> of(Variable variable) {
        return variable.type() == VariableType.MULTI
                ? variable.values().stream()
                        .filter(category -> !category.equals(Variable.NONE))
                        .map(category -> new Motion(variable, category, FOR_OR_AGAINST))
                        .toList()
                : List.of(new Motion(variable, "", variable.values()));
    }

    boolean ordered() {
        return category.isEmpty() && variable.level() != Level.NOMINAL && options.size() > 2;
    }

    /** Its name among what is kept of a vote. */
    String key() {
        return variable.key() + (category.isEmpty() ? "" : ":" + category);
    }

    /** The option that an answer is; none where it was not given or is not in this codebook. */
    int vote(Set<String> answer) {
        if (answer.isEmpty()) {
            return Ballots.NONE;
        } else if (!category.isEmpty()) {
            return answer.contains(category) ? 0 : 1;
        }
        int found = options.indexOf(answer.iterator().next());
        return found < 0 ? Ballots.NONE : found;
    }
}
