package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Request;
import codeframe.llm.price.TokenCount;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.TextTokens;
import codeframe.run.CannotRun;
import codeframe.web.NumberText;
import java.util.List;
import java.util.Optional;

/**
 * Servers that read only as much of a prompt as fits and cut the rest without a word, as Ollama does at {@code num_ctx}.
 * It shows in their own count of the input: at a round size of a context for every image, or far below what the words of
 * the prompt alone take.
 */
public final class SilentCut {
    /** So many images in a row, so that one odd count stops nothing. */
    public static final int IMAGES = 3;

    private static final int ROUND = 1024;
    private static final int SMALLEST_CONTEXT = 2048;

    /** Encodings differ by some ten in a hundred, and never by two thirds. */
    private static final double FAR_BELOW = 0.34;

    private static final String REMEDY = "Give the model a larger context (with Ollama, OLLAMA_CONTEXT_LENGTH=16384)";

    private SilentCut() {}

    /** @throws CannotRun when the server cuts every prompt */
    static void check(Request request, Asking asking, TokenCount tokens, Answered answered) {
        if (tokens != null && tokens.reported() && isCut(counted(tokens, request.expected()), words(asking))) {
            check(asking, answered.latestCounts(request.run(), request.step(), IMAGES));
        }
    }

    /**
     * @param latest counts of a run, one an image
     * @throws CannotRun when the server cuts every prompt
     */
    public static void check(Asking asking, List<Answered.Counted> latest) {
        if (latest.size() >= IMAGES) {
            found(asking, latest).ifPresent(sentence -> {
                throw new CannotRun(sentence + " What was coded so far rests on prompts that were cut. " + REMEDY
                        + ", and start a new run.");
            });
        }
    }

    /** The same before anything is coded: of a try on several images, or of the one drawing of a test. */
    public static Optional<String> warning(Asking asking, List<Answered.Counted> tried) {
        return tried.isEmpty()
                ? Optional.empty()
                : found(asking, tried).map(sentence -> sentence + " " + REMEDY + " before you start.");
    }

    /** A request of which the server said how much it read. */
    public static Answered.Counted counted(TokenCount tokens, int expected) {
        return new Answered.Counted(tokens.input(), tokens.cached(), expected);
    }

    private static long words(Asking asking) {
        return TextTokens.in(asking.prompt());
    }

    private static Optional<String> found(Asking asking, List<Answered.Counted> counts) {
        return cuts(words(asking), counts)
                ? Optional.of(sentence(counts.get(0).input(), counts.get(0).expected()))
                : Optional.empty();
    }

    /** @param words tokens of the prompt's words alone */
    static boolean cuts(long words, List<Answered.Counted> counts) {
        boolean round = counts.stream()
                .allMatch(one -> isRound(one) && one.input() == counts.get(0).input());
        return round || counts.stream().allMatch(one -> isFarBelow(one, words));
    }

    private static boolean isCut(Answered.Counted one, long words) {
        return isRound(one) || isFarBelow(one, words);
    }

    /** Nothing is cut where all that was sent was read. */
    private static boolean isRound(Answered.Counted one) {
        return one.input() >= SMALLEST_CONTEXT && one.input() % ROUND == 0 && one.input() < one.expected();
    }

    /** Some servers leave out of their count what they had kept from before. */
    private static boolean isFarBelow(Answered.Counted one, long words) {
        return one.cached() == 0 && one.input() < words * FAR_BELOW;
    }

    private static String sentence(long read, int expected) {
        return "The server read only " + NumberText.count(read) + " tokens of each request, while prompt and image"
                + " take about " + NumberText.count(expected)
                + ": it cuts what does not fit without saying so, as Ollama does at num_ctx.";
    }
}
