package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must stay the same whatever the data (statistics.md §1.5), over seeded random codes. */
final class InvariantsTest {
    private static final int UNITS = 60;
    private static final int CODERS = 4;
    private static final int Q = 5;

    private static double alpha(Codes codes, MeasurementLevel level) {
        return Alpha.of(codes, level, RandomCodes.values(codes.categories()))
                .figure()
                .number()
                .orElseThrow();
    }

    private static Codes rows(Codes codes, IntUnaryOperator row, int units) {
        var cells = new short[units * codes.coders()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (short) codes.code(row.applyAsInt(i / codes.coders()), i % codes.coders());
        }
        return new Codes(units, codes.coders(), codes.categories(), cells);
    }

    private static Codes recoded(Codes codes, IntUnaryOperator category, int categories) {
        var cells = new short[codes.units() * codes.coders()];
        for (int i = 0; i < cells.length; i++) {
            int code = codes.code(i / codes.coders(), i % codes.coders());
            cells[i] = code < 0 ? Codes.MISSING : (short) category.applyAsInt(code);
        }
        return new Codes(codes.units(), codes.coders(), categories, cells);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_of_coders_and_units_changes_nothing(long seed) {
        var codes = RandomCodes.of(UNITS, CODERS, Q, 0.2, seed);
        var order = IntStream.range(0, UNITS).boxed().collect(java.util.stream.Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        for (var level : MeasurementLevel.values()) {
            assertThat(alpha(codes.of(3, 1, 0, 2), level)).isCloseTo(alpha(codes, level), within(1e-12));
            assertThat(alpha(rows(codes, order::get, UNITS), level)).isCloseTo(alpha(codes, level), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void names_of_categories_and_categories_nobody_used_change_nothing(long seed) {
        var codes = RandomCodes.of(UNITS, CODERS, Q, 0.2, seed);
        assertThat(alpha(recoded(codes, code -> Q - 1 - code, Q), MeasurementLevel.NOMINAL))
                .isCloseTo(alpha(codes, MeasurementLevel.NOMINAL), within(1e-12));
        for (var level : MeasurementLevel.values()) {
            assertThat(alpha(recoded(codes, code -> code, Q + 3), level)).isCloseTo(alpha(codes, level), within(1e-12));
        }
        var kappa = ChanceCorrected.conger(codes, Weights.identity(Q)).figure();
        var wider = ChanceCorrected.conger(recoded(codes, code -> code, Q + 3), Weights.identity(Q + 3))
                .figure();
        assertThat(wider.number().orElseThrow()).isCloseTo(kappa.number().orElseThrow(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_four_metrics_are_one_for_two_categories(long seed) {
        var codes = RandomCodes.of(UNITS, CODERS, 2, 0.2, seed);
        for (var level : MeasurementLevel.values()) {
            assertThat(alpha(codes, level)).isCloseTo(alpha(codes, MeasurementLevel.NOMINAL), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void two_complete_coders_give_pi_but_for_the_small_sample_term(long seed) {
        var codes = RandomCodes.of(UNITS, 2, Q, 0, seed);
        var pi = ChanceCorrected.fleiss(codes, Weights.identity(Q))
                .figure()
                .number()
                .orElseThrow();
        double n = 2.0 * UNITS;
        assertThat(alpha(codes, MeasurementLevel.NOMINAL)).isCloseTo(1 - (1 - pi) * (n - 1) / n, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void quadratic_weights_give_interval_alpha_and_ratio_weights_ratio_alpha(long seed) {
        var codes = RandomCodes.of(UNITS, CODERS, Q, 0.2, seed);
        var values = RandomCodes.values(Q);
        var quadratic = new WeightedAlpha(codes, Weights.quadratic(values)).analytic();
        var ratio = new WeightedAlpha(codes, Weights.ratio(values)).analytic();
        assertThat(quadratic.number().orElseThrow()).isCloseTo(alpha(codes, MeasurementLevel.INTERVAL), within(1e-12));
        assertThat(ratio.number().orElseThrow()).isCloseTo(alpha(codes, MeasurementLevel.RATIO), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void specific_agreement_weighted_by_use_is_pair_agreement(long seed) {
        var codes = RandomCodes.of(UNITS, CODERS, Q, 0, seed);
        double sum = 0;
        for (int k = 0; k < Q; k++) {
            sum += codes.uses()[k]
                    * PairAgreement.specific(codes, k).figure().number().orElseThrow();
        }
        assertThat(sum / (UNITS * CODERS))
                .isCloseTo(PairAgreement.byPairs(codes).figure().number().orElseThrow(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void data_taken_twice_give_the_same_kappa_and_an_error_smaller_by_the_root_of_two(long seed) {
        var codes = RandomCodes.of(2_000, CODERS, Q, 0.1, seed);
        var once = (Figure.Estimate)
                ChanceCorrected.fleiss(codes, Weights.identity(Q)).analytic();
        var twice = (Figure.Estimate) ChanceCorrected.fleiss(rows(codes, i -> i % 2_000, 4_000), Weights.identity(Q))
                .analytic();
        assertThat(twice.value()).isCloseTo(once.value(), within(1e-12));
        assertThat(twice.se().orElseThrow() * Math.sqrt(2)).isCloseTo(once.se().orElseThrow(), within(1e-5));
    }
}
