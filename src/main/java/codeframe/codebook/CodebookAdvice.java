package codeframe.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be published but had better be looked at: choices without choice, twins, columns that collide. */
final class CodebookAdvice {
    private CodebookAdvice() {}

    static List<Finding> of(Codebook codebook) {
        var advice = new ArrayList<Finding>();
        for (var variable : codebook.variables()) {
            if (variable.type() == VariableType.SINGLE && variable.categories().size() == 1) {
                advice.add(Finding.warning(
                        variable.key(),
                        "",
                        "categories",
                        CodebookChecks.quoted(variable)
                                + " has one category only, so there is nothing to choose; add a second one."));
            }
            if (variable.type() == VariableType.SINGLE && variable.level() == Level.INTERVAL) {
                advice.add(Finding.warning(
                        variable.key(),
                        "",
                        "level",
                        CodebookChecks.quoted(variable)
                                + " is measured as if the steps between its categories were equal."));
            }
            sameLabels(variable).ifPresent(advice::add);
        }
        Flattening.NOTEBOOK.collisions(codebook).forEach((column, keys) -> advice.add(collision(column, keys)));
        Flattening.KEYS.collisions(codebook).forEach((column, keys) -> advice.add(collision(column, keys)));
        return advice;
    }

    private static Optional<Finding> sameLabels(Variable variable) {
        var seen = new HashSet<String>();
        return variable.categories().stream()
                .filter(category -> !seen.add(category.label().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(twin -> Finding.warning(
                        variable.key(),
                        twin.key(),
                        "label",
                        CodebookChecks.quoted(variable) + " has two categories labelled \"" + twin.label()
                                + "\"; coders cannot tell them apart."));
    }

    private static Finding collision(String column, List<String> keys) {
        return Finding.warning(
                keys.get(1),
                "",
                "group",
                "The variables " + String.join(" and ", keys) + " would share the column \"" + column
                        + "\" in a flattened export; rename one or its group.");
    }
}
