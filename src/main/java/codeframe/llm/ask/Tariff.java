package codeframe.llm.ask;

import codeframe.llm.price.Price;
import codeframe.llm.price.TokenCount;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.ImageTokens;
import codeframe.llm.prompt.TextTokens;
import java.math.BigDecimal;
import java.util.function.DoubleSupplier;

/**
 * What requests of a run are expected to take and may cost at most.
 *
 * @param ratio how many tokens the server counts for each of ours, at most; learnt from the ledger
 */
public record Tariff(String model, RunTerms terms, Price price, DoubleSupplier ratio) {
    /** A server's count may differ once more from what it was at most so far. */
    private static final double MARGIN = 1.1;

    /** English has some four to a token, other languages of Latin letters some three. */
    private static final long CHARACTERS_OF_A_TOKEN = 3;

    /** Before a server has counted anything: makers whose way of counting is known are trusted more than others. */
    static double unlearnt(String model) {
        return ImageTokens.knows(model) ? 1.5 : 12;
    }

    /**
     * Tokens of the input by our own count.
     *
     * @param content of what is sent about the image
     */
    public int expected(Asking asking, long content) {
        return (int) (TextTokens.in(asking) + content + asking.shots().size() * shot());
    }

    /** Of a picture of that size. */
    public int expected(Asking asking, int width, int height) {
        return expected(asking, ImageTokens.of(model, width, height, terms.detail()));
    }

    /** Tokens of the input by our own count, with what is told of an earlier answer. */
    public int expected(Asking asking, AskedImage asked) {
        long content = asked.content().tokens(model, terms.detail());
        return (int) (expected(asking, content) + TextTokens.in(asked.objection()));
    }

    /** The most that an image, or what is told of it, can take. */
    public int expectedAtMost(Asking asking) {
        return terms.features() == null ? expected(asking, shownAtMost()) : expected(asking, toldAtMost());
    }

    /** Tokens of the pictures that are sent at once and of what is told with them, at most. */
    public long shownAtMost() {
        long picture = ImageTokens.of(model, terms.edge(), terms.edge(), terms.detail());
        long pictures = terms.unitPictures() > 0
                ? terms.unitPictures()
                : 1 + terms.post().pictures();
        return picture * pictures + terms.post().tokensAtMost();
    }

    private long shot() {
        return terms.features() == null ? ImageTokens.of(model, terms.edge(), terms.edge(), Detail.LOW) : toldAtMost();
    }

    /** Tokens of what is told of an image, at most. */
    public long toldAtMost() {
        return terms.features().mostCharacters() / CHARACTERS_OF_A_TOKEN;
    }

    /** @param batch whether it is handed over with others, as a run's may be and a try's never is */
    public BigDecimal atMost(int expected, boolean batch) {
        var most = price.atMost((long) Math.ceil(expected * ratio.getAsDouble() * MARGIN) + 16, terms.maxTokens());
        return batch ? most.multiply(price.batchFactor()) : most;
    }

    /** Where a server does not count: our own count of what was sent, and of what came back. */
    TokenCount estimated(int expected, String answer) {
        int output = (int) Math.min(terms.maxTokens(), TextTokens.in(answer == null ? "" : answer));
        return new TokenCount(expected, 0, output, false);
    }
}
