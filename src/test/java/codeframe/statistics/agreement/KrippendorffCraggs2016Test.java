package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** mv-α: the example that R mvalpha 0.6.0 prints, its edges, and its form for sets of one label. */
final class KrippendorffCraggs2016Test {
    private static final short NONE = Codes.MISSING;

    @Test
    void the_example_of_table_3_is_as_printed() {
        List<Set<String>> sets =
                List.of(Set.of("b", "d"), Set.of("d"), Set.of("a", "b", "d"), Set.of("b"), Set.of(), Set.of("a"));
        var codes = new Codes(4, 3, 6, new short[] {0, 1, NONE, 2, 3, 0, 4, 5, 5, 5, NONE, NONE});
        assertThat(value(new MultiValuedAlpha(codes, sets))).isCloseTo(0.2865907, within(5e-8));
    }

    @Test
    void for_sets_of_one_label_it_is_nominal_alpha() {
        var codes = RandomCodes.of(60, 3, 5, 0.2, 7);
        List<Set<Integer>> sets = IntStream.range(0, 5).mapToObj(Set::of).toList();
        assertThat(value(new MultiValuedAlpha(codes, sets)))
                .isCloseTo(value(Alpha.of(codes, MeasurementLevel.NOMINAL)), within(1e-12));
    }

    /** The pairs of sets counted one by one, as the definition has them. */
    @Test
    void the_expected_disagreement_is_that_of_all_pairs_of_sets() {
        var uses = new double[] {7, 1, 12, 3, 5};
        var sizes = new double[] {0.1, 0.2, 0.4, 0.3};
        double expected = 0;
        for (int c = 0; c < sizes.length; c++) {
            for (int k = 0; k < sizes.length; k++) {
                expected += sizes[c] * sizes[k] * mean(uses, c, k);
            }
        }
        assertThat(new ChanceSets(uses, 3).disagreement(sizes)).isCloseTo(expected, within(1e-12));
    }

    private static double mean(double[] uses, int c, int k) {
        double all = 0;
        double apart = 0;
        for (var first : subsets(uses.length, c)) {
            for (var second : subsets(uses.length, k)) {
                double weight = 1;
                for (int label : first) {
                    weight *= uses[label];
                }
                for (int label : second) {
                    weight *= first.contains(label) ? uses[label] - 1 : uses[label];
                }
                all += weight;
                apart += weight * SetDistance.DICE.between(first, second);
            }
        }
        return apart / all;
    }

    private static List<Set<Integer>> subsets(int labels, int size) {
        return IntStream.range(0, 1 << labels)
                .filter(bits -> Integer.bitCount(bits) == size)
                .mapToObj(bits -> IntStream.range(0, labels)
                        .filter(label -> (bits >> label & 1) == 1)
                        .boxed()
                        .collect(Collectors.toSet()))
                .toList();
    }

    @Test
    void a_single_set_and_sets_without_end_are_undefined() {
        var same = new Codes(2, 2, 1, new short[4]);
        assertThat(new MultiValuedAlpha(same, List.of(Set.of("a", "b"))).figure())
                .isEqualTo(Figure.undefined("only one category was used"));
        var cells = new short[] {0, 1, 1, 1};
        List<Set<Integer>> large =
                List.of(Set.of(), IntStream.range(0, 40).boxed().collect(Collectors.toSet()));
        assertThat(new MultiValuedAlpha(new Codes(2, 2, 2, cells), large).figure())
                .isEqualTo(Figure.undefined("sets of up to 40 of 40 labels are too many for mv-α"));
    }

    @Test
    void a_million_uses_overflow_nothing() {
        var uses = new double[30];
        Arrays.fill(uses, 1e6);
        var sizes = new double[31];
        sizes[15] = 1;
        assertThat(new ChanceSets(uses, 30).disagreement(sizes)).isCloseTo(0.5, within(1e-4));
    }

    private static double value(Alpha alpha) {
        return alpha.figure().number().orElseThrow();
    }
}
