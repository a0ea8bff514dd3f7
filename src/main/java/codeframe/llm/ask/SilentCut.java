package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Request;
import codeframe.llm.price.TokenCount;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.TextTokens;
import codeframe.run.CannotRun;
import codeframe.web.NumberText;
import java.util.List;

/**
 * Servers that read only as much of a prompt as fits and cut the rest without a word, as Ollama does at {@code num_ctx}.
 * It shows in their own count of the input: at a round size of a context for every image, or far below what the words of
 * the prompt alone take.
 */
final class SilentCut {
    /** So many images in a row, so that one odd count stops nothing. */
    private static final int IMAGES = 3;

    private static final int ROUND = 1024;
    private static final int SMALLEST_CONTEXT = 2048;

    /** Encodings differ by some ten in a hundred, and never by two thirds. */
    private static final double FAR_BELOW = 0.34;

    private SilentCut() {}

    /** @throws CannotRun when the server cuts every prompt */
    static void check(Request request, Asking asking, TokenCount tokens, Answered answered) {
        long words = TextTokens.in(asking.prompt());
        if (tokens == null
                || !tokens.reported()
                || !(isRound(tokens, request.expected()) || isFarBelow(tokens, words))) {
            return;
        }
        var latest = answered.latestInputs(request.run(), request.step(), IMAGES);
        if (cuts(tokens, words, request.expected(), latest)) {
            throw new CannotRun(sentence(latest, request.expected()));
        }
    }

    /**
     * @param words tokens of the prompt's words alone
     * @param expected tokens of the whole input, by our own count
     * @param latest what the server counted for the latest images, this one included
     */
    static boolean cuts(TokenCount tokens, long words, int expected, List<Long> latest) {
        boolean round = isRound(tokens, expected) && latest.stream().allMatch(one -> one == tokens.input());
        boolean below = isFarBelow(tokens, words) && latest.stream().allMatch(one -> isFarBelow(one, words));
        return latest.size() == IMAGES && (round || below);
    }

    /** Nothing is cut where all that was sent was read. */
    private static boolean isRound(TokenCount tokens, int expected) {
        return tokens.input() >= SMALLEST_CONTEXT && tokens.input() % ROUND == 0 && tokens.input() < expected;
    }

    /** Some servers leave out of their count what they had kept from before. */
    private static boolean isFarBelow(TokenCount tokens, long words) {
        return tokens.cached() == 0 && isFarBelow(tokens.input(), words);
    }

    private static boolean isFarBelow(long input, long words) {
        return input < words * FAR_BELOW;
    }

    private static String sentence(List<Long> latest, int expected) {
        return "The server read only " + NumberText.count(latest.get(0))
                + " tokens of each request, while prompt and image"
                + " take about " + NumberText.count(expected)
                + ": it cuts what does not fit without saying so, as Ollama"
                + " does at num_ctx. What was coded so far rests on prompts that were cut. Give the model a larger context"
                + " (with Ollama, OLLAMA_CONTEXT_LENGTH=16384) and start a new run.";
    }
}
