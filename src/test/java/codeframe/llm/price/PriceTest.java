package codeframe.llm.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Prices are exact where a dollar's digits allow it, and rounded up where they do not. */
class PriceTest {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static Price price(String input, String cached, String output) {
        return new Price(
                "eye",
                LocalDate.EPOCH,
                new BigDecimal(input),
                new BigDecimal(cached),
                new BigDecimal(output),
                new BigDecimal("0.5"));
    }

    @Test
    void a_price_with_more_digits_than_are_kept_is_rounded_up() {
        var cheapest = price("0.000000001", "0.000000001", "0.000000001");
        assertThat(cheapest.of(new TokenCount(1, 0, 0, true))).isEqualByComparingTo("0.000000000001");
        assertThat(cheapest.of(new TokenCount(1_000, 0, 0, true))).isEqualByComparingTo("0.000000000001");
        assertThat(cheapest.of(new TokenCount(1_001, 0, 0, true))).isEqualByComparingTo("0.000000000002");
        assertThat(cheapest.ofBatch(new TokenCount(1_001, 0, 0, true))).isEqualByComparingTo("0.000000000001");
    }

    @Test
    void each_sort_of_token_has_its_own_price() {
        assertThat(price("1", "0.5", "4").of(new TokenCount(1_000, 600, 50, true)))
                .isEqualByComparingTo("0.0009");
    }

    @Test
    void cached_tokens_that_cost_more_than_others_are_thought_of_in_what_a_request_can_cost() {
        assertThat(price("1", "3", "4").atMost(1_000, 0)).isEqualByComparingTo("0.003");
    }

    @Test
    void tokens_below_none_are_no_count() {
        assertThatThrownBy(() -> new TokenCount(-1, 0, 0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenCount(0, 0, -1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new TokenCount(3, -1, 0, true).cached()).isZero();
        assertThat(new TokenCount(3, 4, 0, true).cached()).isEqualTo(3);
    }

    @RepeatedTest(50)
    void nothing_costs_less_than_its_tokens_or_more_than_the_most(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var price = LedgerBooks.price(random, LocalDate.EPOCH);
        for (int i = 0; i < 200; i++) {
            int most = random.nextInt(100_000);
            var tokens =
                    new TokenCount(random.nextInt(most + 1), random.nextInt(most + 1), random.nextInt(1_000), true);
            var exact = price.input()
                    .multiply(BigDecimal.valueOf(tokens.input() - tokens.cached()))
                    .add(price.cachedInput().multiply(BigDecimal.valueOf(tokens.cached())))
                    .add(price.output().multiply(BigDecimal.valueOf(tokens.output())));
            assertThat(price.of(tokens).multiply(MILLION)).isGreaterThanOrEqualTo(exact);
            assertThat(price.of(tokens).multiply(MILLION)).isLessThan(exact.add(new BigDecimal("0.000001")));
            assertThat(price.of(tokens)).isLessThanOrEqualTo(price.atMost(most, 1_000));
            assertThat(price.ofBatch(tokens))
                    .isEqualByComparingTo(price.of(tokens).multiply(price.batchFactor()));
        }
    }

    @Test
    void only_what_costs_nothing_is_free() {
        assertThat(price("0", "0", "0").isFree()).isTrue();
        assertThat(price("0", "0", "0.000000001").isFree()).isFalse();
        assertThat(price("0", "0.000000001", "0").isFree()).isFalse();
        assertThat(price("0.000000001", "0", "0").isFree()).isFalse();
    }
}
