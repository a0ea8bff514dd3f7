package codeframe.report.regression;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What is to be explained: a category, a label or a yes as 1 and anything else as 0, or a number as it is.
 *
 * @param category empty for a number
 */
public record OutcomeVariable(String key, String category) {
    static OutcomeVariable of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new OutcomeVariable(text, "")
                : new OutcomeVariable(text.substring(0, colon), text.substring(colon + 1));
    }

    public String text() {
        return category.isEmpty() ? key : key + ":" + category;
    }

    boolean number() {
        return category.isEmpty();
    }

    boolean fits(Variable variable) {
        return variable.type() == VariableType.NUMBER
                ? number()
                : variable.values().contains(category);
    }

    /** "Image type: Crowd" */
    String label(Variable variable) {
        return number() ? variable.label() : variable.label() + ": " + variable.labelOf(category);
    }

    /** Nothing where there is no answer, or none that is a number. */
    OptionalDouble of(Set<String> answer) {
        if (number()) {
            return Values.number(answer);
        }
        return answer.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(answer.contains(category) ? 1 : 0);
    }
}
