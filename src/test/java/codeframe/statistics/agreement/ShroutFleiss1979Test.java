package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ICC of Shrout and Fleiss's (1979) table, printed as .29 and .71, and Lin's concordance, with the limits of R. */
final class ShroutFleiss1979Test {
    private static final short NONE = Codes.MISSING;

    static Stream<NamedCsvRecord> expected() {
        return StatsData.rows("icc-expected.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void values_and_limits_are_those_of_r(NamedCsvRecord row) {
        var data = Dataset.of(row.getField("dataset"));
        var coders = row.getField("coders");
        var codes = coders.equals("all")
                ? data.codes()
                : data.codes()
                        .of(Arrays.stream(coders.split(" "))
                                .mapToInt(coder -> Integer.parseInt(coder) - 1)
                                .toArray());
        var found = (Figure.Estimate) figure(row.getField("coefficient"), codes, data.values());
        assertThat(found.value()).isCloseTo(number(row, "value"), within(1e-10));
        assertThat(found.interval().orElseThrow().low()).isCloseTo(number(row, "ci95_lo"), within(1e-9));
        assertThat(found.interval().orElseThrow().high()).isCloseTo(number(row, "ci95_hi"), within(1e-9));
    }

    private static double number(NamedCsvRecord row, String column) {
        return StatsData.number(row, column).orElseThrow();
    }

    private static Figure figure(String coefficient, Codes codes, double... values) {
        return switch (coefficient) {
            case "icc_a1" -> new Icc(codes, Icc.Kind.AGREEMENT, values).analytic();
            case "icc_c1" -> new Icc(codes, Icc.Kind.CONSISTENCY, values).analytic();
            default -> new Concordance(codes, values).analytic();
        };
    }

    /** Units below 1 to 5, of as many coders as a row has numbers. */
    private static Codes codes(int coders, int... given) {
        var cells = new short[given.length];
        IntStream.range(0, given.length).forEach(i -> cells[i] = (short) given[i]);
        return new Codes(given.length / coders, coders, 5, cells);
    }

    private static Stream<Figure> all(Codes codes, double... values) {
        return Stream.of("icc_a1", "icc_c1", "lin").map(name -> figure(name, codes, values));
    }

    @Test
    void what_cannot_be_computed_says_why() {
        double[] values = {1, 2, 3, 4, 5};
        assertThat(all(codes(2, 1, 1, 1, 1, 1, 1), values)).allSatisfy(figure -> reason(figure, "same number"));
        assertThat(all(codes(2, 1, 2), values)).allSatisfy(figure -> reason(figure, "only one unit"));
        assertThat(all(codes(1, 1, 2, 3), values)).allSatisfy(figure -> reason(figure, "only one coder"));
        assertThat(all(codes(2, 1, NONE, NONE, 3), values)).allSatisfy(figure -> reason(figure, "no unit"));
        assertThat(all(codes(2, 1, 2, 2, 3), 1, 2, 3, 4, Double.POSITIVE_INFINITY))
                .allSatisfy(figure -> assertThat(figure).isInstanceOf(Figure.Estimate.class));
        assertThat(all(codes(2, 1, 2, 2, 3), 1, 2, 3, Double.POSITIVE_INFINITY, 5))
                .allSatisfy(figure -> reason(figure, "no number"));
        assertThat(figure("lin", codes(2, 1, 2, 1, 3, 1, 4), values))
                .satisfies(figure -> reason(figure, "one coder gave the same number"));
    }

    private static void reason(Figure figure, String words) {
        assertThat(((Figure.Undefined) figure).reason()).contains(words);
    }

    @Test
    void ratings_that_are_all_alike_have_limits_of_what_they_could_hide() {
        assertThat(all(codes(2, 1, 1, 3, 3, 4, 4, 2, 2), 1, 2, 3, 4, 5)).allSatisfy(figure -> {
            var found = (Figure.Estimate) figure;
            assertThat(found.value()).isCloseTo(1, within(1e-12));
            assertThat(found.interval().orElseThrow().low()).isLessThan(0.5);
            assertThat(found.interval().orElseThrow().high()).isEqualTo(1);
        });
    }

    /** A shift of one coder is no matter of consistency, but of agreement; no number depends on where 0 and 1 lie. */
    @Test
    void consistency_forgives_a_shift_and_the_scale_is_no_matter() {
        var shifted = codes(2, 0, 1, 1, 2, 2, 3, 3, 4);
        double[] values = {1, 2, 3, 4, 5};
        assertThat(figure("icc_c1", shifted, values).number().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(figure("icc_a1", shifted, values).number().orElseThrow()).isCloseTo(10 / 13.0, within(1e-12));
        double[] far = {1e9 + 10, 1e9 + 20, 1e9 + 30, 1e9 + 40, 1e9 + 50};
        assertThat(figure("icc_a1", shifted, far).number().orElseThrow()).isCloseTo(10 / 13.0, within(1e-9));
        assertThat(figure("lin", shifted, far).number().orElseThrow())
                .isCloseTo(figure("lin", shifted, values).number().orElseThrow(), within(1e-9));
    }

    @Test
    void a_unit_with_one_code_changes_nothing() {
        var cells =
                Stream.of(0, 1, 2, 2, 4, 3, 1, 0).mapToInt(Integer::intValue).toArray();
        var more = IntStream.concat(Arrays.stream(cells), IntStream.of(4, NONE)).toArray();
        double[] values = {1, 2, 3, 4, 5};
        assertThat(all(codes(2, more), values).map(Figure::number))
                .isEqualTo(all(codes(2, cells), values).map(Figure::number).toList());
        assertThat(Collections.max(all(codes(2, more), values)
                        .map(figure -> figure.number().orElseThrow())
                        .toList()))
                .isLessThan(1);
    }
}
