package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of agreement-category-pair-expected.csv (Krippendorff 1980, Agresti 1992, Fleiss 1971 per category). */
final class CategoryAndPairTest {
    private static Stream<NamedCsvRecord> rows() {
        return StatsData.rows("agreement-category-pair-expected.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_of_the_reference_file(NamedCsvRecord row) {
        var data = Dataset.of(row.getField("dataset"));
        if (row.getField("kind").equals("pair")) {
            pairHolds(data, row);
        } else {
            categoryHolds(data, row);
        }
    }

    private static void categoryHolds(Dataset data, NamedCsvRecord row) {
        int category = data.category(row.getField("category"));
        var split = data.codes().split(category);
        assertThat(pairable(data.codes(), category)).isEqualTo(Long.parseLong(row.getField("n")));
        assertThat(value(PairAgreement.specific(data.codes(), category))).isCloseTo(of(row, "agreement"), within(1e-8));
        assertThat(value(Alpha.of(split, MeasurementLevel.NOMINAL))).isCloseTo(of(row, "alpha"), within(1e-8));
        if (!row.getField("kappa").isEmpty()) {
            assertThat(value(ChanceCorrected.fleiss(split, Weights.identity(2))))
                    .isCloseTo(of(row, "kappa"), within(1e-8));
        }
    }

    private static long pairable(Codes codes, int category) {
        var alpha = Alpha.of(codes, MeasurementLevel.NOMINAL);
        return Math.round(alpha.margins(alpha.total())[category]);
    }

    private static void pairHolds(Dataset data, NamedCsvRecord row) {
        var pair = new CoderPair(
                Integer.parseInt(row.getField("coder_a")) - 1, Integer.parseInt(row.getField("coder_b")) - 1);
        var agreement = pair.agreement(data.codes(), two -> Alpha.of(two, MeasurementLevel.NOMINAL));
        assertThat(agreement.n()).isEqualTo(Long.parseLong(row.getField("n")));
        assertThat(agreement.percent().number().orElseThrow()).isCloseTo(of(row, "agreement"), within(1e-8));
        assertThat(agreement.alpha().number().orElseThrow()).isCloseTo(of(row, "alpha"), within(1e-8));
        assertThat(agreement.kappa().number().orElseThrow()).isCloseTo(of(row, "kappa"), within(1e-8));
    }

    private static double value(UnitSums coefficient) {
        return coefficient.figure().number().orElseThrow();
    }

    private static double of(NamedCsvRecord row, String column) {
        return StatsData.number(row, column).orElseThrow();
    }
}
