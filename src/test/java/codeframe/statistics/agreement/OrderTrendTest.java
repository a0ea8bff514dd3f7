package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Held to R 4.2: {@code cor.test(c(1:10, 10, 12), y, method = "spearman", exact = FALSE)}. */
final class OrderTrendTest {
    private static final double[] ORDER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 12};
    private static final double[] VALUES = {0, 0, 1, 0, 0, 1 / 3.0, 1, 0, 1, 1, 2 / 3.0, 1};

    @Test
    void rho_t_and_p_with_ties_are_those_of_r() {
        var trend = OrderTrend.of(ORDER, VALUES).orElseThrow();
        assertThat(trend.rho()).isCloseTo(0.5853851682260, within(1e-10));
        assertThat(trend.t()).isCloseTo(2.28324177715, within(1e-9));
        assertThat(trend.p()).isCloseTo(0.0455340425256, within(1e-10));
    }

    @Test
    void nothing_is_tested_where_nothing_varies_or_too_little_is_there() {
        assertThat(OrderTrend.of(ORDER, new double[12])).isEmpty();
        assertThat(OrderTrend.of(new double[12], VALUES)).isEmpty();
        assertThat(OrderTrend.of(new double[] {1, 2, 3, 4}, 0, 1, 0, 1)).isEmpty();
    }

    @Test
    void what_only_rises_has_a_p_and_no_division_by_zero() {
        var trend = OrderTrend.of(ORDER, ORDER).orElseThrow();
        assertThat(trend.rho()).isEqualTo(1, within(1e-12));
        assertThat(trend.p()).isBetween(0.0, 1e-12);
    }
}
