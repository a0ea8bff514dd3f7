package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** "Computing Krippendorff's alpha-reliability" (2011), and what α must do at its edges. */
final class Krippendorff2011Test {
    @Test
    void the_printed_values_hold() {
        assertThat(alpha("k2011_A", MeasurementLevel.NOMINAL)).isCloseTo(0.095, within(5e-4));
        assertThat(alpha("k2011_B", MeasurementLevel.NOMINAL)).isCloseTo(0.692, within(5e-4));
        assertThat(alpha("k2011_CD", MeasurementLevel.NOMINAL)).isCloseTo(0.743, within(5e-4));
        assertThat(alpha("k2011_CD", MeasurementLevel.ORDINAL)).isCloseTo(0.815, within(5e-4));
        assertThat(alpha("k2011_CD", MeasurementLevel.INTERVAL)).isCloseTo(0.849, within(5e-4));
        assertThat(alpha("k2011_CD", MeasurementLevel.RATIO)).isCloseTo(0.797, within(5e-4));
    }

    private static double alpha(String data, MeasurementLevel level) {
        return Dataset.of(data).alpha(level).figure().number().orElseThrow();
    }

    @Test
    void one_category_is_undefined_and_not_1() {
        assertThat(alpha(3, 2, 2, 1, 1, 1, 1, 1, 1)).isEqualTo(Figure.undefined("only one category was used"));
    }

    @Test
    void one_coder_is_undefined_and_not_0() {
        assertThat(alpha(3, 1, 2, 0, 1, 0)).isEqualTo(Figure.undefined("no unit was coded by two coders"));
    }

    @Test
    void perfect_agreement_on_two_categories_is_1() {
        assertThat(alpha(2, 2, 2, 0, 0, 1, 1)).isEqualTo(Figure.of(1));
    }

    @Test
    void a_unit_with_a_single_code_changes_nothing() {
        var three = alpha(3, 3, 2, 1, 0, 0, 1, 0, -1, -1, -1, 0);
        assertThat(three.number().orElseThrow()).as("printed in NLTK's tests").isCloseTo(-1.0 / 3, within(1e-12));
        assertThat(alpha(2, 3, 2, 1, 0, 0, 1, 0, -1)).isEqualTo(three);
    }

    private static Figure alpha(int units, int coders, int categories, int... cells) {
        var codes = new short[cells.length];
        for (int i = 0; i < cells.length; i++) {
            codes[i] = (short) cells[i];
        }
        return Alpha.of(new Codes(units, coders, categories, codes), MeasurementLevel.NOMINAL)
                .figure();
    }

    @Test
    void two_hundred_thousand_units_overflow_nothing() {
        int copies = 20_000;
        var small = Dataset.of("k2011_A").codes();
        var cells = new short[copies * 20];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (short) small.code(i / 2 % 10, i % 2);
        }
        var large = Alpha.of(new Codes(copies * 10, 2, 2, cells), MeasurementLevel.NOMINAL);
        var pi = ChanceCorrected.fleiss(small, Weights.identity(2))
                .figure()
                .number()
                .orElseThrow();
        double n = copies * 20.0;
        assertThat(large.figure().number().orElseThrow()).isCloseTo(1 - (1 - pi) * (n - 1) / n, within(1e-9));
    }

    @Test
    void two_zeros_are_not_apart_on_a_ratio_scale() {
        assertThat(Distance.ratio(0, 0, 2).squared(0, 1)).isZero();
        assertThat(Distance.ratio(0, 0, 2).squared(0, 2)).isEqualTo(1);
    }
}
