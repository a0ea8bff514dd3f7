package codeframe.llm.prompt;

import codeframe.codebook.Category;
import codeframe.codebook.Keys;
import codeframe.codebook.Level;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is filled in for the placeholders of one request. */
final class Wording {
    private Wording() {}

    /** One line for everything that may be answered. */
    static String values(Variable variable, boolean conditional, List<Category> categories, Evidence evidence) {
        var lines = new ArrayList<String>();
        switch (variable.type()) {
            case SINGLE, MULTI -> categories.forEach(category -> lines.add(category(category)));
            case BOOLEAN -> variable.values().forEach(value -> lines.add(code(value)));
            case NUMBER -> lines.add("a number, in digits");
            case TEXT -> lines.add("a short text");
        }
        var words = AnswerWords.of(variable);
        if (variable.unsure()) {
            lines.add(code(words.unsure())
                    + (evidence.isImage()
                            ? ": the image does not show enough to decide"
                            : ": what is known does not suffice to decide"));
        }
        if (conditional) {
            lines.add(code(words.notApplicable()) + ": the condition above is not met");
        }
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static String category(Category category) {
        var said = Stream.of(
                        label(category),
                        category.definition().replace('\n', ' '),
                        rules("Include: ", category.include()),
                        rules("Exclude: ", category.exclude()))
                .filter(text -> !text.isEmpty())
                .map(Wording::sentence)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? code(category.key()) : code(category.key()) + ": " + said;
    }

    /** Not said twice where the key already says it. */
    private static String label(Category category) {
        return Keys.of(category.label(), "").equals(category.key()) ? "" : category.label();
    }

    private static String rules(String word, List<String> rules) {
        return rules.isEmpty() ? "" : word + String.join("; ", rules);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?…:]") ? text : text + ".";
    }

    static String condition(Variable variable, boolean conditional) {
        if (!conditional) {
            return "";
        }
        ShowIf when = variable.showIf();
        return "Only where %s is %s; otherwise the answer is %s."
                .formatted(
                        code(when.variable()),
                        when.values().stream().map(Wording::code).collect(Collectors.joining(" or ")),
                        code(AnswerWords.of(variable).notApplicable()));
    }

    static String keys(List<Variable> variables) {
        return variables.stream().map(variable -> code(variable.key())).collect(Collectors.joining(", "));
    }

    static String form(List<Variable> variables) {
        return variables.stream()
                .map(variable -> "\"" + variable.key() + "\": "
                        + switch (variable.type()) {
                            case SINGLE, BOOLEAN -> "\"one of its values\"";
                            case MULTI -> "[\"all of its values that apply\"]";
                            case NUMBER -> "a number";
                            case TEXT -> "\"a text\"";
                        })
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * The categories as this image gets to see them. Those of an ordinal or interval variable keep their order, which is
     * part of what they mean.
     */
    static List<Category> shuffled(Variable variable, long seed, long image) {
        var categories = new ArrayList<>(variable.categories());
        if (variable.level() == Level.NOMINAL) {
            long mixed = (seed * 31 + image) * 31 + variable.key().hashCode();
            Collections.shuffle(categories, new Random(mixed));
        }
        return categories;
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
