package codeframe.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The check list of a codebook: errors keep it from being published, warnings are advice. */
public final class CodebookChecks {
    private static final int MOST_VARIABLES = 300;
    private static final int MOST_CATEGORIES = 2_000;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final Codebook codebook;
    private final List<Finding> findings = new ArrayList<>();

    private CodebookChecks(Codebook codebook) {
        this.codebook = codebook;
    }

    /** Errors first, then what is advised; each in the order of the codebook. */
    public static List<Finding> all(Codebook codebook) {
        return Stream.of(errors(codebook), CodebookAdvice.of(codebook), PhraseChecks.of(codebook))
                .flatMap(List::stream)
                .sorted((a, b) -> Boolean.compare(b.error(), a.error()))
                .toList();
    }

    public static List<Finding> errors(Codebook codebook) {
        var checks = new CodebookChecks(codebook);
        checks.whole();
        codebook.variables().forEach(checks::variable);
        checks.findings.addAll(ShowIfChecks.of(codebook));
        return checks.findings;
    }

    private void whole() {
        if (codebook.variables().isEmpty()) {
            findings.add(Finding.error("", "", "variables", "The codebook has no variables yet; add one."));
        } else if (codebook.variables().size() > MOST_VARIABLES) {
            findings.add(Finding.error(
                    "", "", "variables", "The codebook has more than " + MOST_VARIABLES + " variables; split it."));
        }
        if (codebook.name().length() > LONGEST_LABEL) {
            findings.add(Finding.error("", "", "codebook", tooLong("The name of the codebook", LONGEST_LABEL)));
        }
        if (codebook.objective().length() > LONGEST_TEXT) {
            findings.add(Finding.error("", "", "objective", tooLong("The objective", LONGEST_TEXT)));
        }
    }

    private void variable(Variable variable) {
        var named = variable.label().isEmpty() ? "A variable" : quoted(variable);
        if (variable.label().isEmpty()) {
            error(variable, "label", "A variable has no label; write what coders are asked to decide.");
        } else if (variable.label().length() > LONGEST_LABEL || variable.group().length() > LONGEST_LABEL) {
            error(variable, "label", tooLong("The label or group of " + named, LONGEST_LABEL));
        }
        if (!Keys.valid(variable.key())) {
            error(variable, "key", badKey(named, variable.key()));
        }
        if (variable.instruction().length() > LONGEST_TEXT) {
            error(variable, "instruction", tooLong("The instruction of " + named, LONGEST_TEXT));
        }
        if (!variable.type().levels().contains(variable.level())) {
            error(variable, "level", wrongLevel(variable));
        }
        categories(variable, named);
    }

    private void categories(Variable variable, String named) {
        int count = variable.categories().size();
        if (variable.type().hasCategories() && count == 0) {
            error(variable, "categories", named + " has no categories to choose from; add at least two.");
        } else if (!variable.type().hasCategories() && count > 0) {
            error(
                    variable,
                    "categories",
                    named + " takes " + variable.type().title().toLowerCase(Locale.ROOT)
                            + ", so it cannot have categories; remove them or change its type.");
        } else if (count > MOST_CATEGORIES) {
            error(variable, "categories", named + " has more than " + MOST_CATEGORIES + " categories.");
        }
        variable.categories().forEach(category -> category(variable, category, named));
    }

    private void category(Variable variable, Category category, String named) {
        if (category.label().isEmpty()) {
            add(variable, category, "label", "A category of " + named + " has no label; write one or remove it.");
        } else if (category.label().length() > LONGEST_LABEL) {
            add(variable, category, "label", tooLong("A category label of " + named, LONGEST_LABEL));
        }
        if (!Keys.valid(category.key())) {
            add(variable, category, "key", badKey("A category of " + named, category.key()));
        }
        if (category.definition().length() > LONGEST_TEXT) {
            add(variable, category, "definition", tooLong("A definition in " + named, LONGEST_TEXT));
        }
    }

    private static String wrongLevel(Variable variable) {
        var levels = variable.type().levels().stream().map(Level::word).toList();
        return quoted(variable) + " cannot be " + variable.level().word() + ": an answer of type "
                + variable.type().word() + " is " + String.join(" or ", levels) + ".";
    }

    private static String badKey(String named, String key) {
        return named + " has the key \"" + key + "\"; a key is at most " + Keys.LONGEST
                + " small letters a to z, digits and underscores, and begins with a letter.";
    }

    private static String tooLong(String what, int limit) {
        return what + " is longer than " + limit + " characters; shorten it.";
    }

    static String quoted(Variable variable) {
        return "\"" + variable.label() + "\"";
    }

    private void error(Variable variable, String field, String sentence) {
        findings.add(Finding.error(variable.key(), "", field, sentence));
    }

    private void add(Variable variable, Category category, String field, String sentence) {
        findings.add(Finding.error(variable.key(), category.key(), field, sentence));
    }
}
