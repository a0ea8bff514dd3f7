package codeframe.image;

import codeframe.web.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What was seen in an image, by people's tools or machines: words of its features.
 *
 * @param words as typed into a search: all of them, "in this order", or not -this; empty for any
 * @param kind the word of a {@link FeatureKind}, empty for any
 */
public record Seen(String words, String kind) {
    private static final int LONGEST = 1000;

    static Seen of(String words, String kind) {
        if (!kind.isEmpty() && FeatureKind.ofWord(kind).isEmpty()) {
            throw new Problem.Invalid("Images are found by what is known as "
                    + Arrays.stream(FeatureKind.values()).map(FeatureKind::word).collect(Collectors.joining(", "))
                    + ", not as \"" + kind + "\".");
        } else if (words.length() > LONGEST) {
            throw new Problem.Invalid("What is looked for in features has more than " + LONGEST + " characters.");
        }
        return new Seen(words, kind);
    }

    public boolean asked() {
        return !words.isEmpty() || !kind.isEmpty();
    }

    String inWords() {
        var where = FeatureKind.ofWord(kind).map(FeatureKind::label).orElse("any feature");
        return words.isEmpty() ? "with the feature " + where : "\"" + words + "\" in " + where;
    }

    /** A condition on {@code feature f} of {@code feature_source s}; a word is found in the forms of the source's language. */
    String sql() {
        return "f.outcome = 'done'"
                + (kind.isEmpty() ? "" : " and f.kind = :seenIn")
                + (words.isEmpty() ? "" : " and f.words @@ websearch_to_tsquery(s.language::regconfig, :seen)")
                + " and (s.origin <> 'model'"
                + " or f.image_id not in (select image_id from sealed_image where project_id = :project))"
                + " and not exists (select from blind_image b where b.project_id = :project"
                + " and b.image_id = f.image_id and b.user_id = :viewer)";
    }
}
