package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.report.export.ExportCoder;
import codeframe.web.Choice;
import java.util.Comparator;
import java.util.List;

/** What may be held against gold, and what is chosen. */
public record ValidationForm(
        String key, long coder, long gold, String mistake, List<Variable> variables, List<ExportCoder> coders) {
    public List<Choice> variableChoices() {
        return variables.stream()
                .map(variable -> new Choice(variable.key(), variable.label()))
                .toList();
    }

    /** Runs first, for they are what is usually held against gold. */
    public List<Choice> coderChoices() {
        return choices(Comparator.comparing((ExportCoder coder) -> !coder.kind().equals("run")));
    }

    /** Gold first. */
    public List<Choice> goldChoices() {
        return choices(Comparator.comparing((ExportCoder coder) -> !ValidationStudy.isGold(coder)));
    }

    private List<Choice> choices(Comparator<ExportCoder> order) {
        return coders.stream()
                .sorted(order)
                .map(coder -> new Choice(Long.toString(coder.id()), coder.name() + " (" + coder.kind() + ")"))
                .toList();
    }
}
