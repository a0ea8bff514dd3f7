package codeframe.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Conditions must look back: at a variable that exists, stands above, and can have the value asked for. */
final class ShowIfChecks {
    private final Codebook codebook;

    private ShowIfChecks(Codebook codebook) {
        this.codebook = codebook;
    }

    static List<Finding> of(Codebook codebook) {
        var checks = new ShowIfChecks(codebook);
        return codebook.variables().stream()
                .flatMap(variable -> checks.wrong(variable).stream())
                .toList();
    }

    private Optional<Finding> wrong(Variable variable) {
        var condition = variable.showIf();
        if (condition.always()) {
            return condition.values().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            finding(variable, "is shown for a value, but the variable that has it is not named."));
        }
        return codebook.variable(condition.variable())
                .map(asked -> against(variable, asked))
                .orElseGet(() -> Optional.of(finding(
                        variable, "depends on \"" + condition.variable() + "\", which is not in this codebook.")));
    }

    private Optional<Finding> against(Variable variable, Variable asked) {
        if (asked.key().equals(variable.key())) {
            return Optional.of(finding(variable, "depends on itself, so it would never be shown."));
        } else if (circle(variable)) {
            return Optional.of(finding(variable, "depends on itself through other variables, in a circle."));
        } else if (codebook.position(asked.key()) > codebook.position(variable.key())) {
            return Optional.of(finding(
                    variable, "depends on " + CodebookChecks.quoted(asked) + ", which comes later; move it above."));
        } else if (asked.unit() != variable.unit()) {
            return Optional.of(finding(
                    variable,
                    "is asked of " + variable.unit().many() + ", so it cannot depend on "
                            + CodebookChecks.quoted(asked) + ", which is asked of "
                            + asked.unit().many() + "."));
        } else if (variable.showIf().values().isEmpty()) {
            return Optional.of(
                    finding(variable, "depends on " + CodebookChecks.quoted(asked) + ", but names no value of it."));
        }
        return unknownValue(variable, asked);
    }

    private static Optional<Finding> unknownValue(Variable variable, Variable asked) {
        var values = asked.values();
        return variable.showIf().values().stream()
                .filter(value -> !values.isEmpty() && !values.contains(value))
                .findFirst()
                .map(value -> finding(
                        variable,
                        "is shown when " + CodebookChecks.quoted(asked) + " is \"" + value
                                + "\", which is not one of its values."));
    }

    private boolean circle(Variable variable) {
        var seen = new HashSet<String>();
        var next = Optional.of(variable);
        while (next.isPresent() && seen.add(next.get().key())) {
            next = codebook.variable(next.get().showIf().variable());
        }
        return next.isPresent() && next.get().key().equals(variable.key());
    }

    private static Finding finding(Variable variable, String sentence) {
        return Finding.error(variable.key(), "", "show_if", CodebookChecks.quoted(variable) + " " + sentence);
    }
}
