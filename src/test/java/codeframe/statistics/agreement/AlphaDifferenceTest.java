package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two α compared: exact cases by hand, and how often limits and p keep their promise. */
final class AlphaDifferenceTest {
    private static Alpha alpha(Codes codes) {
        return Alpha.of(codes, MeasurementLevel.NOMINAL);
    }

    private static List<Long> units(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private static AlphaDifference compared(Codes one, List<Long> first, Codes two, List<Long> second, int replicates) {
        var a = Resampling.result(alpha(one), replicates, 1).figure();
        var b = Resampling.result(alpha(two), replicates, 1).figure();
        return AlphaDifference.of(a, b, Difference.of(alpha(one), first, alpha(two), second), replicates, 1);
    }

    @Test
    void the_same_codes_twice_differ_by_0_and_promise_nothing() {
        var codes = Dataset.of("k2011_CD").codes();
        var found = compared(codes, units(0, 12), codes, units(0, 12), 500);
        assertThat(found.figure()).isEqualTo(Figure.of(0));
        assertThat(found.p()).isEmpty();
    }

    /** By hand: α = .0952 of Meg and Owen (Krippendorff 2011, A), and 1 where Owen gives what Meg does. */
    @Test
    void where_one_side_agrees_perfectly_its_limits_are_what_it_may_hide() {
        var codes = Dataset.of("k2011_A").codes();
        var alike = codes.of(0, 0);
        var found = (Figure.Estimate)
                compared(codes, units(0, 10), alike, units(0, 10), 500).figure();
        assertThat(found.value()).isCloseTo(0.0952380952 - 1, within(1e-9));
        var perfect = (Figure.Estimate) Resampling.result(alpha(alike), 500, 1).figure();
        double hidden = 1 - perfect.interval().orElseThrow().low();
        assertThat(found.interval().orElseThrow().high() - found.value()).isGreaterThan(hidden);
        assertThat(found.interval().orElseThrow().method()).contains("Zou");
    }

    @Test
    void units_on_both_sides_are_counted_where_they_are_pairable() {
        var codes = Dataset.of("k2011_CD").codes();
        var overlap = Difference.of(alpha(codes), units(0, 12), alpha(codes), units(5, 17))
                .overlap();
        assertThat(overlap).isEqualTo(new Difference.Overlap(5, 5, 6));
        assertThat(compared(codes, units(0, 12), codes, units(20, 32), 500).p().orElseThrow())
                .as("equal but of other units")
                .isGreaterThan(0.9);
    }

    @Test
    void p_is_below_5_percent_just_where_the_limits_leave_0_out() {
        for (long seed = 1; seed <= 40; seed++) {
            var found = simulated(new SplittableRandom(seed), 40, 0.2, 0.45, true, 400);
            var limits = ((Figure.Estimate) found.figure()).interval().orElseThrow();
            double p = found.p().orElseThrow();
            if (Math.abs(p - 0.05) > 0.01) {
                assertThat(p < 0.05).isEqualTo(limits.low() > 0 || limits.high() < 0);
            }
        }
    }

    /** True α is (1 − s)², for two codes agree beyond chance where both keep to the truth. */
    @ParameterizedTest
    @CsvSource({"60, .1, .1, true", "60, .1, .3, true", "60, .1, .3, false", "100, .2, .2, false"})
    void limits_of_95_percent_hold_the_true_difference(int n, double slips, double others, boolean paired) {
        double truth = Math.pow(1 - slips, 2) - Math.pow(1 - others, 2);
        long held = LongStream.range(0, 200)
                .filter(set -> {
                    var found = simulated(new SplittableRandom(set), n, slips, others, paired, 500);
                    var limits = ((Figure.Estimate) found.figure()).interval().orElseThrow();
                    return limits.low() <= truth && truth <= limits.high();
                })
                .count();
        assertThat(held).isBetween(180L, 199L);
    }

    /** A binary variable with 30 % of the rarer category, two coders on either side. */
    private static AlphaDifference simulated(
            SplittableRandom random, int n, double slips, double others, boolean paired, int replicates) {
        var truth = IntStream.range(0, 2 * n).map(unit -> code(random)).toArray();
        var one = codes(random, truth, 0, n, slips);
        var two = codes(random, truth, paired ? 0 : n, n, others);
        return compared(one, units(0, n), two, paired ? units(0, n) : units(n, 2L * n), replicates);
    }

    private static int code(SplittableRandom random) {
        return random.nextDouble() < 0.3 ? 1 : 0;
    }

    private static Codes codes(SplittableRandom random, int[] truth, int from, int n, double slips) {
        var cells = new short[2 * n];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (short) (random.nextDouble() < slips ? code(random) : truth[from + cell / 2]);
        }
        return new Codes(n, 2, 2, cells);
    }
}
