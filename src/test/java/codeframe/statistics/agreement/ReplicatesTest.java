package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read from a bootstrap distribution, by hand. */
final class ReplicatesTest {
    private static Replicates upTo(int n, int undefined) {
        return new Replicates(IntStream.rangeClosed(1, n + undefined)
                .mapToDouble(i -> i > n ? Double.NaN : i)
                .toArray());
    }

    /** The variance of 1 to n is n(n + 1)/12. */
    @Test
    void mean_error_and_quantiles_of_whole_numbers() {
        var replicates = upTo(41, 3);
        assertThat(replicates.defined()).isEqualTo(41);
        assertThat(replicates.undefined()).isEqualTo(3);
        assertThat(replicates.mean()).isEqualTo(21);
        assertThat(replicates.se()).isCloseTo(Math.sqrt(41 * 42 / 12.0), within(1e-12));
        assertThat(replicates.quantile(0)).isEqualTo(1);
        assertThat(replicates.quantile(0.025)).isCloseTo(2, within(1e-12));
        assertThat(replicates.quantile(0.03)).isCloseTo(2.2, within(1e-12));
        assertThat(replicates.quantile(1)).isEqualTo(41);
        assertThat(replicates.percentile("p").high()).isCloseTo(40, within(1e-12));
    }

    @Test
    void shares_below_a_line_and_up_to_it() {
        var replicates = upTo(25, 0);
        assertThat(replicates.below(13)).isEqualTo(12 / 25.0);
        assertThat(replicates.notAbove(13)).isEqualTo(13 / 25.0);
        assertThat(replicates.bias(13)).as("in the middle").isCloseTo(0, within(1e-12));
        assertThat(replicates.bias(20.5)).as("above four fifths").isCloseTo(0.8416212336, within(1e-9));
        assertThat(replicates.bias(99)).as("never without end").isCloseTo(2.0537489106, within(1e-9));
    }

    @Test
    void twenty_defined_values_are_enough_unless_more_are_undefined() {
        assertThat(upTo(19, 0).tooFew()).isTrue();
        assertThat(upTo(20, 20).tooFew()).isFalse();
        assertThat(upTo(20, 21).tooFew()).isTrue();
    }

    /** p of the end of a 95 % interval is .05 whatever bias and acceleration are. */
    @Test
    void p_is_5_percent_at_the_limits() {
        var skewed = new Replicates(IntStream.rangeClosed(0, 20_000)
                .mapToDouble(i -> Math.pow(i / 20_000.0, 2))
                .toArray());
        for (double estimate : new double[] {0.2, 0.25, 0.3}) {
            for (double acceleration : new double[] {-0.06, 0, 0.06}) {
                var limits = skewed.bca(estimate, acceleration, "BCa");
                assertThat(skewed.twoSided(limits.low(), estimate, acceleration))
                        .isCloseTo(0.05, within(2e-4));
                assertThat(skewed.twoSided(limits.high(), estimate, acceleration))
                        .isCloseTo(0.05, within(2e-4));
            }
        }
        assertThat(skewed.twoSided(0.25, 0.25, 0)).as("of the estimate itself").isCloseTo(1, within(1e-9));
        assertThat(skewed.twoSided(7, 0.25, 0))
                .as("what so many replicates can tell")
                .isCloseTo(1 / 20_001.0, within(1e-12));
    }
}
