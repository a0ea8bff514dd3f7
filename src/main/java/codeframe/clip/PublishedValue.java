package codeframe.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A value that was published of a model or its tokenizer, and what is found here.
 *
 * @param family whether it is the same of every model of the family, so that it tells nothing of the weights
 * @param source where it was published
 */
public record PublishedValue(String what, boolean family, String source, String expected, String found) {
    private static final String INTERACTING = "OpenAI’s notebook “Interacting with CLIP”";
    private static final String SIGLIP = "transformers’ test of SigLIP’s tokenizer";
    private static final String GEMMA = "Google’s and others’ tests of Gemma’s tokenizer, which SigLIP 2 uses";

    /** The token numbers of a phrase without the marks around it. */
    private record Phrase(int vocabulary, String text, List<Integer> ids, String source) {}

    private static final List<Phrase> PHRASES = List.of(
            new Phrase(49_408, "Hello World!", List.of(3306, 1002, 256), INTERACTING),
            new Phrase(49_408, "a photo of a cat", List.of(320, 1125, 539, 320, 2368), "tests of OpenCLIP’s tokenizer"),
            new Phrase(32_000, "the real mountain view", List.of(260, 638, 3293, 870), SIGLIP),
            new Phrase(32_000, "Zürich", List.of(262, 761, 5879, 5345), SIGLIP),
            new Phrase(32_000, "San Francisco", List.of(262, 264, 452, 20563, 15949), SIGLIP),
            new Phrase(256_000, "hello world", List.of(17534, 2134), GEMMA),
            new Phrase(256_000, "12345", List.of(235274, 235284, 235304, 235310, 235308), GEMMA));

    public boolean equal() {
        return expected.equals(found);
    }

    /**
     * Those of a model that the program's developers know; the family is told by the number of its tokens.
     *
     * @param parameters how many numbers its weights are
     */
    static List<PublishedValue> of(String name, Tokenizer tokenizer, Sizes sizes, LongSupplier parameters) {
        var values = new ArrayList<PublishedValue>();
        for (var phrase : PHRASES) {
            if (phrase.vocabulary == sizes.vocabulary()) {
                var ids = tokenizer.encode(phrase.text, sizes.context()).ids();
                int front = tokenizer.marks() - 1;
                values.add(new PublishedValue(
                        "Tokens of “" + phrase.text + "”",
                        true,
                        phrase.source,
                        written(phrase.ids),
                        written(ids.subList(front, ids.size() - 1))));
            }
        }
        if (name.equals("openai/clip-vit-base-patch32")) {
            values.add(new PublishedValue(
                    "Parameters", false, INTERACTING, number(151_277_313), number(parameters.getAsLong())));
        }
        return values;
    }

    private static String written(List<Integer> ids) {
        return String.join(" ", ids.stream().map(String::valueOf).toList());
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
