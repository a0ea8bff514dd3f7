package codeframe.llm.run;

import codeframe.coding.Code;
import codeframe.llm.ask.SentPicture;
import codeframe.run.Outcome;
import codeframe.run.RunImages;
import java.math.BigDecimal;
import java.util.List;

/**
 * What came of one image in a try. None of its codes are kept; what it cost is in the ledger.
 *
 * @param sent the pictures that went together, where not the image alone did
 * @param sentences what is wrong with the answers, or why there are none
 * @param adapted how requests were written otherwise for this server
 */
public record TrialResult(
        RunImages.Drawn image,
        List<SentPicture> sent,
        List<Exchange> exchanges,
        Outcome outcome,
        List<Code> codes,
        List<String> sentences,
        List<String> adapted) {

    public BigDecimal cost() {
        return exchanges.stream().map(Exchange::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean answered() {
        return !exchanges.isEmpty() && exchanges.stream().allMatch(exchange -> exchange.tokens() != null);
    }

    long input() {
        return exchanges.stream()
                .mapToLong(exchange -> exchange.tokens().input())
                .sum();
    }

    long expected() {
        return exchanges.stream().mapToLong(Exchange::expected).sum();
    }

    long output() {
        return exchanges.stream()
                .mapToLong(exchange -> exchange.tokens().output())
                .sum();
    }

    long ms() {
        return exchanges.stream().mapToLong(Exchange::ms).sum();
    }
}
