package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.validation.F1Threshold.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class F1ThresholdTest {
    @Test
    void it_lies_half_way_between_the_last_given_and_the_next() {
        var best = F1Threshold.of(List.of(
                        new Decision(0.9, true),
                        new Decision(0.8, true),
                        new Decision(0.3, false),
                        new Decision(0.2, true),
                        new Decision(0.1, false)))
                .orElseThrow();
        // .9 .8 given: 2·2/(2+3) = .8; with .3 and .2, 2·3/(4+3) = .857
        assertThat(best.f1()).isCloseTo(6.0 / 7, within(1e-12));
        assertThat(best.threshold()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void no_threshold_tried_one_by_one_is_better() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            var decisions = new ArrayList<Decision>();
            for (int i = 0; i < 40; i++) {
                double probability = Math.round(random.nextDouble() * 30) / 30.0;
                decisions.add(new Decision(probability, random.nextDouble() < probability / 2 + 0.05));
            }
            F1Threshold.of(decisions).ifPresent(best -> {
                assertThat(f1(decisions, best.threshold())).isCloseTo(best.f1(), within(1e-12));
                for (double threshold = 0.001; threshold < 1; threshold += 0.001) {
                    assertThat(f1(decisions, threshold)).isLessThanOrEqualTo(best.f1() + 1e-12);
                }
            });
        }
    }

    private static double f1(List<Decision> decisions, double threshold) {
        long given =
                decisions.stream().filter(one -> one.probability() >= threshold).count();
        long right = decisions.stream().filter(Decision::right).count();
        long found = decisions.stream()
                .filter(one -> one.right() && one.probability() >= threshold)
                .count();
        return 2.0 * found / (given + right);
    }

    @Test
    void equal_probabilities_are_given_together() {
        var best = F1Threshold.of(List.of(new Decision(0.5, true), new Decision(0.5, false), new Decision(0.4, false)))
                .orElseThrow();
        assertThat(best.threshold()).isCloseTo(0.45, within(1e-12));
        assertThat(best.f1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void tiny_probabilities_keep_their_digits() {
        var best = F1Threshold.of(List.of(new Decision(3e-8, true), new Decision(1e-8, false)))
                .orElseThrow();
        assertThat(best.threshold()).isBetween(1.1e-8, 3e-8);
    }

    @Test
    void where_nothing_is_right_there_is_none() {
        assertThat(F1Threshold.of(List.of(new Decision(0.5, false)))).isEmpty();
        assertThat(F1Threshold.of(List.of())).isEmpty();
    }
}
