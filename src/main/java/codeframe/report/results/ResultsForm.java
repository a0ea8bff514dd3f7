package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.report.validation.ValidationForm;
import codeframe.web.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the shares may be of and told apart by, and what is chosen.
 *
 * @param offered the same choices as for a validation
 * @param columns of the metadata
 * @param variables of the codebook
 */
public record ResultsForm(
        ResultsQuestion question, ValidationForm offered, List<String> columns, List<Variable> variables) {
    public boolean possible() {
        return !offered.coders().isEmpty() && !offered.variables().isEmpty();
    }

    /** Runs first. */
    public List<Choice> coderChoices() {
        return Stream.concat(
                        offered.machines().stream(), offered.coders().stream().filter(coder -> coder.isGold()))
                .map(coder -> new Choice(Long.toString(coder.id()), coder.name() + " (" + coder.kind() + ")"))
                .toList();
    }

    public List<Choice> groupChoices() {
        var choices = new ArrayList<Choice>();
        Arrays.stream(Grouping.Kind.values())
                .filter(Grouping.Kind::named)
                .forEach(kind -> choices.add(new Choice(new Grouping(kind, "").text(), kind.title())));
        columns.stream()
                .map(column -> new Grouping(Grouping.Kind.COLUMN, column))
                .forEach(by -> choices.add(new Choice(by.text(), by.title())));
        CodedGroups.possible(variables).stream()
                .filter(this::ofUnit)
                .forEach(variable -> choices.add(new Choice(
                        Grouping.OF_VARIABLE + variable.key(),
                        "by " + variable.label()
                                + (variable.key().equals(question.key()) ? ", of another coder" : ""))));
        return choices;
    }

    /** Whether it is asked of the same unit as the one whose shares are shown. */
    private boolean ofUnit(Variable variable) {
        return variables.stream()
                .filter(shown -> shown.key().equals(question.key()))
                .allMatch(shown -> shown.unit() == variable.unit());
    }

    /** Whose answers may tell images apart. */
    public List<Choice> groupCoderChoices() {
        return Stream.concat(
                        Stream.of(new Choice("", "the same coder")),
                        coderChoices().stream()
                                .filter(choice -> !choice.value().equals(Long.toString(question.coder()))))
                .toList();
    }

    public static List<Choice> shareChoices() {
        return List.of(new Choice("corrected", "corrected by gold"), new Choice("coded", "as coded"));
    }

    /** How many of the further choices are not the usual ones. */
    public long further() {
        var scope = question.scope();
        return Stream.of(
                        question.asCoded(),
                        !question.groupCoder().isEmpty(),
                        question.clustering().chosen(),
                        scope.sample() != 0,
                        !scope.account().isEmpty(),
                        !scope.from().isEmpty(),
                        !scope.to().isEmpty())
                .filter(set -> set)
                .count();
    }
}
