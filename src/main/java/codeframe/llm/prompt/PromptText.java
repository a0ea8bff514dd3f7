package codeframe.llm.prompt;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Joins the parts that one request needs into the text that is sent. */
record PromptText(
        PromptParts parts,
        boolean anonymity,
        List<Variable> variables,
        List<String> conditional,
        Function<Variable, List<Category>> categories) {

    String text() {
        var blocks = new ArrayList<String>();
        add(blocks, PromptPart.ROLE, Map.of());
        add(blocks, PromptPart.FEATURES, Map.of());
        if (anonymity) {
            add(blocks, PromptPart.ANONYMITY, Map.of());
        }
        add(blocks, PromptPart.OBJECTIVE, Map.of());
        if (!parts.evidence().describes()) {
            blocks.add("## Codebook");
        }
        addSections(blocks);
        if (variables.stream().anyMatch(Variable::unsure)) {
            add(blocks, PromptPart.UNSURE, Map.of());
        }
        add(
                blocks,
                PromptPart.ANSWER,
                Map.of(
                        Placeholders.KEYS, Wording.keys(variables),
                        Placeholders.FORM, Wording.form(variables)));
        return String.join("\n\n", blocks);
    }

    private void addSections(List<String> blocks) {
        var groups = variables.stream().map(Variable::group).distinct().toList();
        for (var group : groups) {
            if (!group.isEmpty()) {
                add(blocks, PromptPart.group(group), Map.of());
            }
            variables.stream()
                    .filter(variable -> variable.group().equals(group))
                    .forEach(variable -> add(blocks, PromptPart.variable(variable.key()), filling(variable)));
        }
    }

    private Map<String, String> filling(Variable variable) {
        boolean mayNotApply = conditional.contains(variable.key());
        return Map.of(
                Placeholders.VALUES,
                        Wording.values(variable, mayNotApply, categories.apply(variable), parts.evidence()),
                Placeholders.CONDITION, Wording.condition(variable, mayNotApply));
    }

    private void add(List<String> blocks, String part, Map<String, String> filling) {
        var text = Placeholders.fill(parts.text(part), filling);
        if (!text.isEmpty()) {
            blocks.add(text);
        }
    }
}
