package codeframe.report.regression;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.validation.ValidationForm;
import codeframe.web.Choice;
import codeframe.web.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be put into a regression, and what is chosen.
 *
 * @param validation whose labels, which gold, which images: as on the validation page
 */
public record RegressionForm(
        RegressionQuestion question,
        List<Problem.Mistake> mistakes,
        ValidationForm validation,
        List<Variable> variables,
        List<String> imported) {
    private static final Set<String> PLACED = Set.of("coder", "outcome", "model", "covariate");

    public boolean possible() {
        return validation.possible();
    }

    /** Mistakes of fields that have no place of their own; of all fields where there is no form. */
    public List<Problem.Mistake> others() {
        return mistakes.stream()
                .filter(mistake -> !possible() || !PLACED.contains(mistake.key()))
                .toList();
    }

    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    /** How many of the further choices are not the usual ones. */
    public long further() {
        return validation.further() + (question.asked().scope().sample() > 0 ? 1 : 0);
    }

    public List<Choice> machineChoices() {
        return validation.machines().stream()
                .map(coder -> new Choice(Long.toString(coder.id()), coder.name() + " (" + coder.kind() + ")"))
                .toList();
    }

    /** The validation that these labels were taken from. */
    public String validationQuery() {
        var key = question.asksSomething()
                ? question.outcome().key()
                : question.asked().key();
        return question.asked().of(key, question.asked().machines()).query();
    }

    public String machine() {
        return question.asked().machines().stream()
                .findFirst()
                .map(String::valueOf)
                .orElse("");
    }

    public List<Choice> outcomeChoices() {
        return variables.stream().flatMap(RegressionForm::outcomes).toList();
    }

    private static Stream<Choice> outcomes(Variable variable) {
        if (variable.type() == VariableType.NUMBER) {
            return Stream.of(new Choice(variable.key(), variable.label() + " (number)"));
        }
        return variable.values().stream()
                .map(value -> new OutcomeVariable(variable.key(), value))
                .map(outcome -> new Choice(outcome.text(), outcome.label(variable)));
    }

    /** The first outcome of the variable that was looked at before, until one is chosen. */
    public String outcome() {
        var asked = question.asked().key();
        return question.asksSomething()
                ? question.outcome().text()
                : variables.stream()
                        .filter(variable -> variable.key().equals(asked))
                        .flatMap(RegressionForm::outcomes)
                        .map(Choice::value)
                        .findFirst()
                        .orElse("");
    }

    /** Those of the post, and those that were imported. */
    public List<Choice> known() {
        var ofPost = List.of(
                new Choice("account", "Account"),
                new Choice("days", "Days since the first post"),
                new Choice("year", "Year of posting"));
        return Stream.concat(ofPost.stream(), imported.stream().map(name -> new Choice(Sources.IMPORTED + name, name)))
                .toList();
    }

    public List<Choice> coded() {
        return variables.stream()
                .map(variable -> new Choice(Sources.CODED + variable.key(), variable.label()))
                .toList();
    }

    public boolean chosen(Choice covariate) {
        return question.covariates().contains(covariate.value());
    }

    public static List<Choice> models() {
        return List.of(new Choice("linear", "linear"), new Choice("logistic", "logistic"));
    }
}
