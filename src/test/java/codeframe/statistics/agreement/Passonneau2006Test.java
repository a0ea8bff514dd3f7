package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The row of setvalued-expected.csv, and the distances themselves. */
final class Passonneau2006Test {
    private final Dataset data = Dataset.of("passonneau_sets");

    @Test
    void alpha_over_sets_is_the_reference() {
        var row = StatsData.rows("setvalued-expected.csv").get(0);
        assertThat(alpha(SetDistance.JACCARD)).isCloseTo(number(row.getField("alpha_jaccard")), within(1e-8));
        assertThat(alpha(SetDistance.MASI)).isCloseTo(number(row.getField("alpha_masi")), within(1e-8));
        assertThat(alpha(SetDistance.DICE)).isCloseTo(number(row.getField("alpha_dice")), within(1e-8));
    }

    @Test
    void mv_alpha_of_krippendorff_and_craggs_2016_is_the_reference() {
        var row = StatsData.rows("setvalued-expected.csv").get(0);
        var alpha = new MultiValuedAlpha(data.codes(), data.sets());
        var found = alpha.disagreement(alpha.total());
        assertThat(alpha.figure().number().orElseThrow())
                .isCloseTo(number(row.getField("mv_alpha_nominal(Krippendorff&Craggs2016)")), within(1e-8));
        assertThat(found.observed()).isCloseTo(number(row.getField("mvDo")), within(1e-8));
        assertThat(found.expected()).isCloseTo(number(row.getField("mvDe")), within(1e-8));
    }

    private double alpha(SetDistance distance) {
        return new FixedAlpha(data.codes(), distance.among(data.sets()))
                .figure()
                .number()
                .orElseThrow();
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Test
    void two_empty_sets_agree_and_an_empty_one_disagrees_with_any_other() {
        for (var distance : SetDistance.values()) {
            assertThat(distance.between(Set.of(), Set.of())).isZero();
            assertThat(distance.between(Set.of(), Set.of("A"))).isEqualTo(1);
            assertThat(distance.between(Set.of("A", "B"), Set.of("B", "A"))).isZero();
        }
    }

    @Test
    void masi_counts_a_subset_two_thirds_and_an_overlap_one_third() {
        assertThat(SetDistance.MASI.between(Set.of("A"), Set.of("A", "B"))).isCloseTo(1 - 0.5 * 2 / 3, within(1e-12));
        assertThat(SetDistance.MASI.between(Set.of("A", "B"), Set.of("B", "C")))
                .isCloseTo(1 - 1.0 / 3 / 3, within(1e-12));
    }
}
