package codeframe.feature.intake;

import codeframe.web.Problem;
import java.util.List;

/**
 * What is said beside a file of features.
 *
 * @param name of their source, such as the tool that made them
 * @param language a text search configuration of PostgreSQL
 * @param file its name
 */
record FeatureOrder(String name, String language, String file, long user) {
    private static final int LONGEST = 100;

    FeatureOrder check(List<String> languages) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new Problem.Invalid("Name the source, for example by the tool that made the features, in at most "
                    + LONGEST + " characters.");
        } else if (!languages.contains(language)) {
            throw new Problem.Invalid(
                    "There is no search language \"" + language + "\". There is " + String.join(", ", languages) + ".");
        }
        return this;
    }
}
