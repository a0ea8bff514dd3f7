package codeframe.coding.screen;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The form of one image: what is asked, what was answered, and what is wrong with it, by variable. */
public record AnswerSheet(
        Codebook codebook,
        Map<String, Decision.Given> answers,
        Map<String, String> mistakes,
        String note,
        boolean flagged) {
    /** More rows of choices than a small laptop shows in the usual size. */
    private static final int ROOMY = 13;

    private static final int CHOICES_IN_A_ROW = 3;

    /** One thing that can be chosen. */
    public record Choice(String value, String label, String definition) {}

    static AnswerSheet of(Codebook codebook, CodingItem item) {
        return item.decided() == null
                ? blank(codebook)
                : new AnswerSheet(
                        codebook,
                        item.decided().answers(),
                        Map.of(),
                        item.decided().note(),
                        item.decided().flagged());
    }

    public static AnswerSheet blank(Codebook codebook) {
        return new AnswerSheet(codebook, Map.of(), Map.of(), "", false);
    }

    public boolean chosen(Variable variable, String value) {
        return given(variable).values().contains(value);
    }

    public boolean in(Variable variable, String state) {
        return given(variable).state().equals(state);
    }

    /** What stands in the field of a number or a text. */
    public String text(Variable variable) {
        return String.join("", given(variable).values());
    }

    private Decision.Given given(Variable variable) {
        return answers.getOrDefault(variable.key(), new Decision.Given(List.of(), ""));
    }

    public String mistake(Variable variable) {
        return mistakes.getOrDefault(variable.key(), "");
    }

    /** "Image type is Crowd or Poster" */
    public String condition(Variable variable) {
        var condition = variable.showIf();
        return codebook.variable(condition.variable())
                .map(asked -> asked.label() + " is "
                        + String.join(
                                " or ",
                                condition.values().stream().map(asked::labelOf).toList()))
                .orElse("it applies");
    }

    /** Small choices, so that all variables are seen at once. */
    public boolean dense() {
        int rows = codebook.variables().stream()
                .mapToInt(variable -> Math.max(1, (choices(variable).size() + 2) / CHOICES_IN_A_ROW))
                .sum();
        return rows > ROOMY || codebook.variables().size() > 6;
    }

    /** In the order of their digits. */
    public static List<Choice> choices(Variable variable) {
        if (variable.type() == VariableType.BOOLEAN) {
            return List.of(new Choice("yes", "Yes", ""), new Choice("no", "No", ""));
        }
        var choices = new ArrayList<Choice>();
        for (Category category : variable.categories()) {
            choices.add(new Choice(category.key(), category.label(), category.definition()));
        }
        if (variable.type() == VariableType.MULTI && !variable.values().contains(Variable.NONE)) {
            choices.add(new Choice(Variable.NONE, "None of these", ""));
        }
        return choices;
    }

    /** The key that chooses the n-th: 1 to 9 and 0, then the same with Shift; further ones have none. */
    public static String key(int place) {
        if (place > 20) {
            return "";
        }
        return (place > 10 ? "⇧" : "") + place % 10;
    }
}
