package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.report.export.ExportCoder;
import codeframe.web.Choice;
import java.util.List;

/** What may be held against gold, and what is chosen. */
public record ValidationForm(
        String key, long coder, String mistake, List<Variable> variables, List<ExportCoder> coders) {
    public boolean gold() {
        return coders.stream().anyMatch(coder -> coder.kind().equals("gold"));
    }

    public List<Choice> variableChoices() {
        return variables.stream()
                .map(variable -> new Choice(variable.key(), variable.label()))
                .toList();
    }

    public List<Choice> coderChoices() {
        return coders.stream()
                .filter(coder -> !coder.kind().equals("gold"))
                .map(coder -> new Choice(Long.toString(coder.id()), coder.name() + " (" + coder.kind() + ")"))
                .toList();
    }
}
