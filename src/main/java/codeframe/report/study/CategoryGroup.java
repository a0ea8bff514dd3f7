package codeframe.report.study;

import codeframe.codebook.Variable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Categories of a variable that are taken together.
 *
 * @param keys two or more; one of them may also be its name
 * @param called what the group was called, or empty: then it is called after its categories
 */
public record CategoryGroup(Variable variable, List<String> keys, String called) {
    /** What stands in figures in place of the categories. */
    public String name() {
        return called.isEmpty() ? labels(" or ") : called;
    }

    private String labels(String between) {
        return keys.stream().map(variable::labelOf).collect(Collectors.joining(between));
    }

    /** As an address has it: "image_type.poster,flyer:print". */
    public String address() {
        return variable.key() + "." + String.join(",", keys) + (called.isEmpty() ? "" : ":" + called);
    }

    public String words() {
        return "Of " + variable.label() + ", " + labels(", ") + " are taken together as \"" + variable.labelOf(name())
                + "\".";
    }
}
