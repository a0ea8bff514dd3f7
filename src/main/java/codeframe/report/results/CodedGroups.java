package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.study.AddressReading;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Images told apart by what a coder gave them for another variable. */
public record CodedGroups(Variable variable, ReportedCoder coder) {
    static final String CODER = "by_coder";

    /** Variables with one category an image: of several it would be in several groups. */
    static List<Variable> possible(List<Variable> variables) {
        return ReportedVariables.chosen(variables).stream()
                .filter(variable -> variable.type() != VariableType.MULTI)
                .toList();
    }

    /** What nothing corrects in a table of both variables; nothing where no machine coded either of them. */
    Optional<String> errors(Variable shown, ReportedCoder ofShares) {
        var wrong = new ArrayList<String>();
        if (ofShares.isRun()) {
            wrong.add(ofShares.name() + " about " + shown.label());
        }
        if (coder.isRun()) {
            wrong.add(coder.name() + " about " + variable.label());
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing is corrected here: the errors of " + String.join(" and of ", wrong)
                        + " are in the table and can make both go together more, or less, than they do. With gold as the coder of both"
                        + " there are none.");
    }

    private static String twoUnits(Variable shown, Variable groups) {
        return "%s is asked of %s and %s of %s, so they are in no table together: choose another variable of %s."
                .formatted(
                        shown.label(),
                        shown.unit().many(),
                        groups.label(),
                        groups.unit().many(),
                        shown.unit().many());
    }

    /** @param key of the variable, whose coder is the one of the shares unless another is named */
    static Optional<CodedGroups> read(AddressReading address, String key, String ofShares, long coder) {
        var possible = possible(address.offered().variables(0));
        var variable = possible.stream().filter(one -> one.key().equals(key)).findFirst();
        if (variable.isEmpty()) {
            address.mistake(
                    "by",
                    "by=" + Grouping.OF_VARIABLE + key + " names no variable with one category an image. These are "
                            + possible.stream()
                                    .map(one -> Grouping.OF_VARIABLE + one.key())
                                    .collect(Collectors.joining(", "))
                            + ".");
            return Optional.empty();
        }
        var shown = address.offered().variables(0).stream()
                .filter(one -> one.key().equals(ofShares))
                .findFirst();
        if (shown.isPresent() && shown.get().unit() != variable.get().unit()) {
            address.mistake("by", twoUnits(shown.get(), variable.get()));
            return Optional.empty();
        }
        long other = address.coder(CODER);
        if (key.equals(ofShares) && (other == 0 || other == coder)) {
            address.mistake(
                    "by",
                    variable.get().label()
                            + " goes together with itself: choose another variable, or another coder of the groups (More options).");
            return Optional.empty();
        }
        return address.offered().coders().stream()
                .filter(one -> one.id() == (other == 0 ? coder : other))
                .findFirst()
                .map(named -> new CodedGroups(variable.get(), named));
    }
}
