package codeframe.coding.gold;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody said of one variable: values, or in a word why there are none. Two are equal when they say the same,
 * whatever the order.
 *
 * @param state coded, unsure, not_codable, not_applicable, or empty where nothing was said
 */
public record CoderAnswer(Set<String> values, String state) {
    public static final CoderAnswer MISSING = new CoderAnswer(Set.of(), "");
    static final CoderAnswer NOT_APPLICABLE = of(CodeState.NOT_APPLICABLE);

    static CoderAnswer of(Collection<String> values) {
        return values.isEmpty() ? MISSING : new CoderAnswer(new TreeSet<>(values), CodeState.CODED.word());
    }

    static CoderAnswer of(CodeState state) {
        return new CoderAnswer(Set.of(), state.word());
    }

    CoderAnswer and(CoderAnswer further) {
        var both = new TreeSet<>(values);
        both.addAll(further.values);
        return new CoderAnswer(both, state.isEmpty() ? further.state : state);
    }

    /** Whether it can stand as the truth: an unsure coder knows that it is none. */
    boolean decides() {
        return !state.isEmpty() && !state.equals(CodeState.UNSURE.word());
    }

    List<Code> codes(String variable) {
        return values.isEmpty()
                ? List.of(Code.without(variable, CodeState.ofWord(state)))
                : values.stream().map(value -> Code.of(variable, value)).toList();
    }

    /** "Flag, Lectern", "unsure", "no answer" */
    public String text(Variable variable) {
        if (state.isEmpty()) {
            return "no answer";
        }
        return values.isEmpty()
                ? state.replace('_', ' ')
                : values.stream().map(variable::labelOf).collect(Collectors.joining(", "));
    }
}
