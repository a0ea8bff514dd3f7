package codeframe.clip;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the phrases of a category become one score. */
public enum Aggregation {
    /** CLIP's own recipe: one vector per category, the direction of the mean of its phrases' vectors. */
    MEAN("Mean of the phrases’ vectors"),
    /** The best phrase speaks for its category; long lists of phrases win more often. */
    MAX("Best phrase of each category"),
    /** The mean of the phrases' logits. */
    MEAN_LOGITS("Mean of the phrases’ scores"),
    /** As the best phrase, without the advantage of long lists. */
    LOG_MEAN_EXP("Soft maximum of the phrases’ scores"),
    /**
     * The published notebooks: a softmax over all phrases, the category of the best one. A category's chance grows
     * with its number of phrases, and the probability is that of the phrase.
     */
    NOTEBOOK("As in the notebooks: best of all phrases");

    private final String label;

    Aggregation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As runs and the API name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Aggregation> of(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
    }

    /** The score of one category from the logits of its phrases, which stand at {@code from} to {@code to}. */
    double score(double[] logits, int from, int to) {
        return switch (this) {
            case MAX, NOTEBOOK -> highest(logits, from, to);
            case MEAN_LOGITS -> mean(logits, from, to);
            case LOG_MEAN_EXP -> logMeanExp(logits, from, to);
            case MEAN -> throw new IllegalStateException("the mean is taken over vectors, not over logits");
        };
    }

    private static double highest(double[] logits, int from, int to) {
        double highest = logits[from];
        for (int i = from + 1; i < to; i++) {
            highest = Math.max(highest, logits[i]);
        }
        return highest;
    }

    private static double mean(double[] logits, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += logits[i];
        }
        return sum / (to - from);
    }

    private static double logMeanExp(double[] logits, int from, int to) {
        double highest = highest(logits, from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.exp(logits[i] - highest);
        }
        return highest + Math.log(sum / (to - from));
    }
}
