package codeframe.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The sizes printed in statistics.md §2.5. */
final class SampleSizeTest {
    /** Krippendorff's printed table, as the manual of ATLAS.ti quotes it: 4 equal categories, p = .05, two coders. */
    @Test
    void krippendorffs_table() {
        assertThat(Math.ceil(SampleSize.krippendorff(0.667, 0.25))).isEqualTo(81);
        assertThat(Math.ceil(SampleSize.krippendorff(0.8, 0.25))).isEqualTo(139);
        assertThat(SampleSize.krippendorff(0.667, 0.5)).isCloseTo(60, within(0.5));
        assertThat(SampleSize.krippendorff(0.8, 0.5)).isCloseTo(103, within(0.5));
    }

    /** By hand: A = 1 − .2 · .5 = .9, so 3.8415 · .09/(.1 · .5)² = 138.3; a pilot of 40 with SE .05 at .8 above .667. */
    @Test
    void alpha_within_limits_and_above_a_line() {
        assertThat(SampleSize.alpha(0.8, 0.5, 0.1)).isCloseTo(138.29, within(0.01));
        assertThat(SampleSize.above(40, 0.05, 0.8, 0.667)).isCloseTo(15.29, within(0.02));
    }

    /** F1 where precision is recall is HalfWidth's; prevalence by hand: .16 · .04/.2 + .04 · .76/.8 = .07. */
    @Test
    void of_an_assumed_confusion() {
        var even = new AssumedConfusion(0.8, 0.95, 0.2);
        assertThat(even.f1()).isCloseTo(0.8, within(1e-12));
        double n = even.unitsForF1(0.05);
        assertThat(HalfWidth.f1(n, 1e12, 0.2, 0.8)).isCloseTo(0.05, within(1e-6));
        assertThat(even.unitsForPrevalence(0.03)).isCloseTo(3.841459 * 0.07 / 0.0009, within(0.01));
        assertThat(new AssumedConfusion(1, 1, 0.2).unitsForPrevalence(0.03)).isZero();
    }

    @Test
    void a_pilot_of_forty_units_asks_for_179() {
        assertThat(SampleSize.fromPilot(40, 0.0540, 0.05)).isCloseTo(179, within(0.5));
    }
}
