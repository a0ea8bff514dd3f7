package codeframe.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** What makes CLIP's answer lopsided before it has seen an image. Only variables with phrases are asked. */
final class PhraseChecks {
    /** CLIP reads 77 tokens at most, the two at the ends among them; an English word has about 1.3. */
    private static final int MOST_WORDS = 55;

    private static final int UNEQUAL = 3;

    private final Variable variable;
    private final List<Finding> findings = new ArrayList<>();

    private PhraseChecks(Variable variable) {
        this.variable = variable;
    }

    static List<Finding> of(Codebook codebook) {
        return codebook.variables().stream()
                .filter(variable -> variable.type().hasCategories() && variable.hasPhrases())
                .flatMap(variable -> new PhraseChecks(variable).all().stream())
                .toList();
    }

    private List<Finding> all() {
        missing();
        unequal();
        repeated();
        tooLong();
        return findings;
    }

    private void missing() {
        for (var category : variable.categories()) {
            if (category.phrases().isEmpty()) {
                warn(category, "has no phrases, so CLIP can never choose it.");
            }
        }
    }

    private void unequal() {
        var counts = variable.categories().stream()
                .mapToInt(category -> category.phrases().size())
                .filter(count -> count > 0)
                .summaryStatistics();
        if (counts.getMax() >= UNEQUAL * counts.getMin() && counts.getMax() - counts.getMin() >= UNEQUAL) {
            findings.add(Finding.warning(
                    variable.key(),
                    "",
                    "phrases",
                    CodebookChecks.quoted(variable) + " has from " + counts.getMin() + " to " + counts.getMax()
                            + " phrases per category. Where phrases are summed or the best one wins, "
                            + "categories with many are chosen more often; the mean does not mind."));
        }
    }

    private void repeated() {
        var first = new HashMap<String, Category>();
        for (var category : variable.categories()) {
            for (var phrase : category.phrases()) {
                var before = first.putIfAbsent(folded(phrase), category);
                if (before != null) {
                    warn(category, "repeats a phrase of \"" + before.label() + "\": \"" + phrase + "\".");
                }
            }
        }
    }

    private void tooLong() {
        for (var category : variable.categories()) {
            for (var phrase : category.phrases()) {
                if (phrase.split("\\s+").length > MOST_WORDS) {
                    warn(category, "has a phrase of more than " + MOST_WORDS + " words; CLIP cuts its end off.");
                }
            }
        }
    }

    private static String folded(String phrase) {
        return phrase.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private void warn(Category category, String sentence) {
        findings.add(
                Finding.warning(variable.key(), category.key(), "phrases", "\"" + category.label() + "\" " + sentence));
    }
}
