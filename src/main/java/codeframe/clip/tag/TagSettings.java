package codeframe.clip.tag;

import codeframe.web.NumberText;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How a source tags. How many images it skipped stands among its settings too, and is none of its own.
 *
 * @param model of CLIP
 * @param vocabulary phrases of the person's own; none for the built-in list
 * @param most tags an image
 * @param least share that a tag must have among the vocabulary
 * @param how the same as a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TagSettings(String model, List<String> vocabulary, int most, double least, String how) {
    /** @param least as typed, which the sentence keeps */
    static TagSettings of(String model, List<String> vocabulary, int most, String least) {
        return new TagSettings(
                model,
                vocabulary,
                most,
                Double.parseDouble(least),
                "By the vectors of %s: the best %d of %s, with a share of %s or more among them."
                        .formatted(
                                model,
                                most,
                                vocabulary.isEmpty()
                                        ? NumberText.count(BuiltIn.PHRASES.size()) + " common objects"
                                        : NumberText.count(
                                                vocabulary.size(), "phrase of your own", "phrases of your own"),
                                least));
    }

    List<String> phrases() {
        return vocabulary.isEmpty() ? BuiltIn.PHRASES : vocabulary;
    }
}
