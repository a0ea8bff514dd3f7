package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against a general minimiser: {@code src/test/resources/codeframe/statistics/validation/platt.py}. */
class PlattTest {
    private static final double[] CONFIDENCE = {0.99, 0.97, 0.95, 0.90, 0.90, 0.85, 0.80, 0.70, 0.60, 0.55, 0.45, 0.30};
    private static final boolean[] CORRECT = {
        true, true, true, false, true, true, false, true, false, true, false, false
    };

    @Test
    void slope_and_intercept_are_those_of_least_loss() {
        var platt = Platt.fit(CONFIDENCE, CORRECT);
        assertThat(platt.slope()).isCloseTo(0.633019, within(1e-5));
        assertThat(platt.intercept()).isCloseTo(-0.601518, within(1e-5));
    }

    @Test
    void certainty_and_answers_that_are_all_right_are_no_numbers_beyond_measure() {
        var platt = Platt.fit(new double[] {1, 1, 0, 0.5}, new boolean[] {true, true, true, true});
        assertThat(platt.of(1)).isBetween(0.5, 1.0);
        assertThat(platt.of(0)).isBetween(0.0, 1.0);
        var same = Platt.fit(new double[] {0.9, 0.9, 0.9}, new boolean[] {true, false, true});
        assertThat(same.of(0.9)).isCloseTo((0.75 + 0.75 + 1.0 / 3) / 3, within(1e-6));
    }

    /** Says 0.9 or 0.6 and is right in 7 of 10 and 5 of 10. */
    @Test
    void a_machine_that_is_too_sure_is_calibrated_by_answers_other_than_its_own() {
        int n = 4000;
        var confidence =
                IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? 0.9 : 0.6).toArray();
        var correct = new boolean[n];
        for (int i = 0; i < n; i++) {
            correct[i] = i % 2 == 0 ? i / 2 % 10 < 7 : i / 2 % 2 == 0;
        }
        var fitted = Platt.crossFitted(confidence, correct, 5, 1);
        assertThat(fitted[0]).isCloseTo(0.7, within(0.02));
        assertThat(fitted[1]).isCloseTo(0.5, within(0.02));
        assertThat(Calibration.of(confidence, correct, 15).expectedError()).isGreaterThan(0.1);
        assertThat(Calibration.of(fitted, correct, 15).expectedError()).isLessThan(0.03);
    }
}
