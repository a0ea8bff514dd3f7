package codeframe.report.results;

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
 */
public record ResultsForm(ResultsQuestion question, ValidationForm offered, List<String> columns) {
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
                .filter(kind -> kind != Grouping.Kind.COLUMN)
                .forEach(kind -> choices.add(new Choice(new Grouping(kind, "").text(), kind.title())));
        columns.stream()
                .map(column -> new Grouping(Grouping.Kind.COLUMN, column))
                .forEach(by -> choices.add(new Choice(by.text(), by.title())));
        return choices;
    }

    public static List<Choice> shareChoices() {
        return List.of(new Choice("corrected", "corrected by gold"), new Choice("coded", "as coded"));
    }

    /** How many of the further choices are not the usual ones. */
    public long further() {
        var scope = question.scope();
        return Stream.of(
                        question.asCoded(),
                        scope.sample() != 0,
                        !scope.account().isEmpty(),
                        !scope.from().isEmpty(),
                        !scope.to().isEmpty())
                .filter(set -> set)
                .count();
    }
}
