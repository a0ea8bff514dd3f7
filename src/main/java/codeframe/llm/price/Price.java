package codeframe.llm.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What a model costs per million tokens, in US dollars, from a day on.
 *
 * @param validFrom null where nobody has said a price
 * @param batchFactor what is asked of the price where requests are handed over as a batch, such as 0.5
 */
public record Price(
        String model,
        LocalDate validFrom,
        BigDecimal input,
        BigDecimal cachedInput,
        BigDecimal output,
        BigDecimal batchFactor) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** For what is asked before there is a price: it is booked later. */
    public static Price unknown(String model) {
        return new Price(model, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);
    }

    public boolean isUnknown() {
        return validFrom == null;
    }

    public BigDecimal of(TokenCount tokens) {
        return input.multiply(BigDecimal.valueOf(tokens.input() - tokens.cached()))
                .add(cachedInput.multiply(BigDecimal.valueOf(tokens.cached())))
                .add(output.multiply(BigDecimal.valueOf(tokens.output())))
                .divide(MILLION, 12, RoundingMode.CEILING)
                .stripTrailingZeros();
    }

    public BigDecimal ofBatch(TokenCount tokens) {
        return of(tokens).multiply(batchFactor);
    }

    /** The most that so many tokens can cost, however many of them are cached. */
    public BigDecimal atMost(long input, long output) {
        var dearer = new Price(model, validFrom, input().max(cachedInput), cachedInput, output(), batchFactor);
        return dearer.of(new TokenCount(
                (int) Math.min(Integer.MAX_VALUE, input), 0, (int) Math.min(Integer.MAX_VALUE, output), false));
    }

    public boolean isFree() {
        return input.signum() == 0 && cachedInput.signum() == 0 && output.signum() == 0;
    }
}
