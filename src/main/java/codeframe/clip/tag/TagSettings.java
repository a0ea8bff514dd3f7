package codeframe.clip.tag;

import codeframe.web.NumberText;
import java.util.List;

/**
 * How a source tags.
 *
 * @param model of CLIP
 * @param vocabulary phrases of the person's own; none for the built-in list
 * @param most tags an image
 * @param least share that a tag must have among the vocabulary
 * @param how the same as a sentence
 */
record TagSettings(String model, List<String> vocabulary, int most, double least, String how) {
    static TagSettings of(String model, List<String> vocabulary, int most, double least) {
        return new TagSettings(
                model,
                vocabulary,
                most,
                least,
                "By the vectors of %s: the best %d of %s, with a share of %s or more among them."
                        .formatted(
                                model,
                                most,
                                vocabulary.isEmpty()
                                        ? NumberText.count(BuiltIn.PHRASES.size()) + " common objects"
                                        : NumberText.count(
                                                vocabulary.size(), "phrase of your own", "phrases of your own"),
                                NumberText.decimal(least, 2)));
    }

    List<String> phrases() {
        return vocabulary.isEmpty() ? BuiltIn.PHRASES : vocabulary;
    }
}
