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

    /** Before a server has counted anything: makers whose way of counting is known are trusted more than others. */
    static double unlearnt(String model) {
        return ImageTokens.knows(model) ? 1.5 : 12;
    }

    /** Tokens of the input by our own count. */
    public int expected(Asking asking, int width, int height) {
        long shots = (long) asking.shots().size() * ImageTokens.of(model, terms.edge(), terms.edge(), Detail.LOW);
        return (int) (TextTokens.in(asking) + ImageTokens.of(model, width, height, terms.detail()) + shots);
    }

    /** Tokens of the input by our own count, with what is told of an earlier answer. */
    public int expected(Asking asking, AskedImage asked) {
        var picture = asked.image();
        return (int) (expected(asking, picture.width(), picture.height()) + TextTokens.in(asked.objection()));
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
