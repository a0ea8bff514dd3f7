package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Wilson;
import org.junit.jupiter.api.Test;

/** Wilson's interval at its edges and in Newcombe's example, McNemar, Holm. */
final class Newcombe1998Test {
    @Test
    void wilson_is_as_printed() {
        holds(0, 10, 0, 0.27753280);
        holds(10, 10, 0.72246720, 1);
        holds(81, 263, 0.25528852, 0.36620958);
    }

    private static void holds(int successes, int trials, double low, double high) {
        var interval = Wilson.interval(successes, trials);
        assertThat(interval.low()).isCloseTo(low, within(1e-8));
        assertThat(interval.high()).isCloseTo(high, within(1e-8));
    }

    @Test
    void mcnemar_of_twelve_against_twenty_five() {
        assertThat(new McNemar(12, 25).exact()).isCloseTo(0.0470310, within(5e-8));
        assertThat(new McNemar(12, 25).corrected()).isCloseTo(0.0485197, within(5e-8));
        assertThat(new McNemar(0, 0).exact()).isEqualTo(1);
    }

    @Test
    void holm_never_falls_and_never_exceeds_one() {
        assertThat(Holm.adjust(0.04, 0.01, 0.03)).containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-12));
        assertThat(Holm.adjust(0.9, 0.8)).containsExactly(1, 1);
    }
}
