package codeframe.codebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * A variable or a category that was just added is no mistake yet: until something is written into it, the editor advises
 * instead of marking it. It still cannot be published.
 */
final class Beginnings {
    private Beginnings() {}

    /** Errors first, as they come. */
    static List<Finding> advised(Codebook codebook, List<Finding> findings) {
        var errors = findings.stream().filter(Finding::error).filter(finding -> !begins(codebook, finding));
        var advice = findings.stream().filter(finding -> !finding.error() && !begins(codebook, finding));
        return Stream.of(errors, begun(codebook), advice)
                .flatMap(found -> found)
                .toList();
    }

    private static boolean begins(Codebook codebook, Finding finding) {
        return codebook.variable(finding.variable())
                .filter(variable -> isEmpty(variable)
                        || variable.categories().stream()
                                .anyMatch(one -> one.key().equals(finding.category()) && isEmpty(one)))
                .isPresent();
    }

    private static Stream<Finding> begun(Codebook codebook) {
        return codebook.variables().stream().flatMap(variable -> {
            if (isEmpty(variable)) {
                return Stream.of(Finding.warning(
                        variable.key(),
                        "",
                        "label",
                        "A new variable is empty: write what coders are asked to decide."));
            }
            return variable.categories().stream()
                    .filter(Beginnings::isEmpty)
                    .map(category -> Finding.warning(
                            variable.key(),
                            category.key(),
                            "label",
                            "A new category of " + CodebookChecks.quoted(variable) + " is empty: write its label."));
        });
    }

    private static boolean isEmpty(Variable variable) {
        return variable.label().isBlank()
                && variable.group().isBlank()
                && variable.instruction().isBlank()
                && variable.categories().stream().allMatch(Beginnings::isEmpty);
    }

    private static boolean isEmpty(Category category) {
        return category.label().isBlank()
                && category.definition().isBlank()
                && Stream.of(category.include(), category.exclude(), category.phrases())
                        .flatMap(List::stream)
                        .allMatch(String::isBlank);
    }
}
