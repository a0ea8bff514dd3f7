package codeframe.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The sizes printed in statistics.md §2.5, read backwards, and a simulation. */
final class HalfWidthTest {
    private static final double Z = 1.959964;

    @Test
    void agreement_turns_the_sizes_of_lacy_and_riffe_1996_back_into_their_standard_error() {
        assertThat(HalfWidth.agreement(125.1, 1_000, 0.85)).isCloseTo(Z * 0.03, within(1e-4));
        assertThat(HalfWidth.agreement(91.9, 1_000, 0.90)).isCloseTo(Z * 0.03, within(1e-4));
        assertThat(HalfWidth.agreement(51.1, 1_000, 0.95)).isCloseTo(Z * 0.03, within(1e-4));
        assertThat(HalfWidth.agreement(140.7, 10_000, 0.85)).isCloseTo(Z * 0.03, within(1e-4));
        assertThat(HalfWidth.agreement(53.5, 10_000, 0.95)).isCloseTo(Z * 0.03, within(1e-4));
    }

    @Test
    void f1_spreads_as_a_simulation_does() {
        int units = 500;
        double prevalence = 0.2;
        double f1 = 0.8;
        var random = new SplittableRandom(11);
        int times = 20_000;
        double sum = 0;
        double squares = 0;
        for (int time = 0; time < times; time++) {
            double drawn = drawnF1(random, units, prevalence, f1);
            sum += drawn;
            squares += drawn * drawn;
        }
        double sd = Math.sqrt(squares / times - sum / times * (sum / times));
        assertThat(HalfWidth.f1(units, 1e12, prevalence, f1)).isCloseTo(Z * sd, within(0.03 * Z * sd));
    }

    /** Each unit is a hit with p·F, a miss or a false alarm with p(1−F) each. */
    private static double drawnF1(SplittableRandom random, int units, double prevalence, double f1) {
        int hits = 0;
        int errors = 0;
        for (int unit = 0; unit < units; unit++) {
            double at = random.nextDouble();
            if (at < prevalence * f1) {
                hits++;
            } else if (at < prevalence * f1 + 2 * prevalence * (1 - f1)) {
                errors++;
            }
        }
        return 2.0 * hits / (2 * hits + errors);
    }

    @Test
    void a_census_has_no_sampling_error() {
        assertThat(HalfWidth.agreement(200, 200, 0.9)).isZero();
        assertThat(HalfWidth.f1(200, 200, 0.1, 0.8)).isZero();
    }
}
