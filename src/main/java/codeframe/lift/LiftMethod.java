package codeframe.lift;

import codeframe.codebook.Level;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.web.Word;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the codes of a post's or a video's images become one. Images without an answer never count. */
public enum LiftMethod implements Word {
    ANY(
            "Any",
            "The category stands where one image shows it; else what most images show. Of several categories: each that one image shows."),
    ALL(
            "All",
            "The category stands where every image shows it; else what most of the other images show. Of several categories: those that every image shows."),
    MAJORITY("Majority", "What most images show. Of several categories: each that more than half of the images show."),
    FIRST("First image", "What is said of the first image, unsure or not codable included."),
    LONGEST_SHOT("Longest shot", "What most of the longest shot shows; videos only."),
    MEAN_PROBABILITY(
            "Mean probability",
            "The category whose probability is highest in the mean of the images; only of runs that tell one for every category, as CLIP does."),
    MEAN("Mean", "Of numbers: their mean."),
    MEDIAN("Median", "Of numbers and of ordered categories: the middle one; between two categories unsure."),
    LEAST("Least", "Of numbers and of ordered categories: the lowest."),
    LARGEST("Largest", "Of numbers and of ordered categories: the highest.");

    private static final Set<LiftMethod> OF_ORDER = Set.of(MEDIAN, LEAST, LARGEST);
    private static final Set<LiftMethod> OF_ONE_CATEGORY = Set.of(ANY, ALL);
    /** Those in which an image may count by its time in the video. */
    private static final Set<LiftMethod> WEIGHED = Set.of(ANY, ALL, MAJORITY, LONGEST_SHOT, MEAN_PROBABILITY, MEAN);

    private final String label;
    private final String meaning;

    LiftMethod(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    @JsonCreator
    static LiftMethod ofWord(String word) {
        return named(word).orElseThrow();
    }

    static Optional<LiftMethod> named(String word) {
        return Word.named(values(), word);
    }

    static List<String> words() {
        return List.of(values()).stream().map(LiftMethod::word).toList();
    }

    boolean takesCategory() {
        return OF_ONE_CATEGORY.contains(this);
    }

    boolean weighed() {
        return WEIGHED.contains(this);
    }

    /** Whether a category must be named for this variable. */
    boolean needsCategory(Variable variable) {
        return takesCategory() && variable.type() != VariableType.MULTI;
    }

    boolean takes(Variable variable) {
        return switch (variable.type()) {
            case TEXT -> false;
            case NUMBER -> this == FIRST || this == MEAN || OF_ORDER.contains(this);
            case MULTI -> this == FIRST || this == MAJORITY || this == LONGEST_SHOT || takesCategory();
            case BOOLEAN -> this != MEAN && this != MEAN_PROBABILITY && !OF_ORDER.contains(this);
            case SINGLE -> this != MEAN && (variable.level() != Level.NOMINAL || !OF_ORDER.contains(this));
        };
    }
}
