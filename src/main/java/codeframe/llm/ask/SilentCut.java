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
        if (tokens == null || !tokens.reported() || !(isRound(tokens.input()) || isFarBelow(tokens.input(), words))) {
            return;
        }
        var latest = answered.latestInputs(request.run(), request.step(), IMAGES);
        boolean round = isRound(tokens.input()) && latest.stream().allMatch(one -> one == tokens.input());
        boolean below = latest.stream().allMatch(one -> isFarBelow(one, words));
        if (latest.size() == IMAGES && (round || below)) {
            throw new CannotRun(sentence(latest, request.expected()));
        }
    }

    private static boolean isRound(long input) {
        return input >= SMALLEST_CONTEXT && input % ROUND == 0;
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
