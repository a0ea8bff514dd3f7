package codeframe.llm.prompt;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens of text by o200k, the encoding of OpenAI's present models. Other makers' encodings differ by some ten in
 * a hundred; what a run really used is in its ledger.
 */
public final class TextTokens {
    /** What the frame of one message costs (OpenAI Cookbook, "How to count tokens with tiktoken"). */
    private static final int MESSAGE = 4;

    private TextTokens() {}

    public static long in(String text) {
        return Loaded.O200K.countTokensOrdinary(text);
    }

    /** The request without its image and its examples' images: prompt, schema where it is sent, examples' answers. */
    public static long in(Asking asking) {
        long schema = asking.mode() == SchemaMode.STRICT ? in(asking.schema().toString()) : 0;
        long shots = asking.shots().stream()
                .mapToLong(shot -> in(shot.answer()) + 2L * MESSAGE)
                .sum();
        return in(asking.prompt()) + schema + shots + MESSAGE;
    }

    /** Of the longest usual answer: every key with the longest of its values. */
    public static long answer(Asking asking) {
        var text = new StringBuilder("{");
        for (var variable : asking.variables()) {
            var longest = variable.values().stream()
                    .reduce("a text of some words or a number", (a, b) -> a.length() > b.length() ? a : b);
            text.append('"')
                    .append(variable.key())
                    .append("\": \"")
                    .append(longest)
                    .append("\", ");
        }
        return in(text.append('}').toString());
    }

    /** The encoding's tables take a moment to load and are not needed at start. */
    private static final class Loaded {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
