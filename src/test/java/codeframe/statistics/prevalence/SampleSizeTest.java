package codeframe.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The sizes printed in statistics.md §2.5. */
final class SampleSizeTest {
    @Test
    void lacy_and_riffe_1996() {
        assertThat(SampleSize.lacyRiffe(1_000, 0.85, 0.03)).isCloseTo(125.1, within(0.3));
        assertThat(SampleSize.lacyRiffe(1_000, 0.90, 0.03)).isCloseTo(91.9, within(0.3));
        assertThat(SampleSize.lacyRiffe(1_000, 0.95, 0.03)).isCloseTo(51.1, within(0.3));
        assertThat(SampleSize.lacyRiffe(10_000, 0.85, 0.03)).isCloseTo(140.7, within(0.3));
        assertThat(SampleSize.lacyRiffe(10_000, 0.95, 0.03)).isCloseTo(53.5, within(0.3));
    }

    @Test
    void a_pilot_of_forty_units_asks_for_179() {
        assertThat(SampleSize.fromPilot(40, 0.0540, 0.05)).isCloseTo(179, within(0.5));
    }

    @Test
    void recall_of_a_rare_class_takes_thousands_of_images_at_random() {
        assertThat(Math.ceil(SampleSize.positives(0.8, 0.05))).isEqualTo(246);
        assertThat(SampleSize.draws(SampleSize.positives(0.8, 0.05), 0.03)).isCloseTo(8_200, within(10.0));
    }
}
