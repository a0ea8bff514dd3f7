package codeframe.clip;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What is done to a phrase before it is cut into tokens. Each publisher has a way of its own, and the ids follow it. */
enum PhraseCleaning {
    /** CLIP's own, which belongs to its byte pairs: see {@link PhraseText}. */
    OPENAI("as OpenAI’s CLIP reads them", phrase -> phrase),
    /** OpenCLIP’s for SigLIP: HTML entities and underscores read, ASCII punctuation dropped, lower case. */
    CANONICAL("in lower case, without punctuation, “_” as a blank", PhraseCleaning::canonical),
    /** Transformers’ for SigLIP: lower case letter by letter, ASCII punctuation dropped, the underscore too. */
    WITHOUT_PUNCTUATION("in lower case, without punctuation", PhraseCleaning::withoutPunctuation),
    /** Transformers’ for SigLIP 2: lower case letter by letter, all else as it is. */
    LOWER_CASE("in lower case", PhraseCleaning::lowered);

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    private final String words;
    private final UnaryOperator<String> clean;

    PhraseCleaning(String words, UnaryOperator<String> clean) {
        this.words = words;
        this.clean = clean;
    }

    /** After “phrases are read”. */
    String words() {
        return words;
    }

    String clean(String phrase) {
        return clean.apply(phrase);
    }

    private static String canonical(String phrase) {
        var text = PhraseText.unescape(PhraseText.unescape(phrase)).replace('_', ' ');
        return PhraseText.spaced(PUNCTUATION.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
    }

    private static String withoutPunctuation(String phrase) {
        return PhraseText.spaced(PUNCTUATION.matcher(lowered(phrase)).replaceAll(""));
    }

    /** A final sigma is a sigma like any other here, and no language has a say. */
    private static String lowered(String phrase) {
        var text = new StringBuilder();
        phrase.codePoints().forEach(letter -> {
            if (letter == 'İ') {
                text.append("i\u0307");
            } else {
                text.appendCodePoint(Character.toLowerCase(letter));
            }
        });
        return text.toString();
    }
}
