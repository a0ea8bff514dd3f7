package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of kalpha-compat-expected.csv: the limits and q of the KALPHA macro. */
final class HayesKrippendorff2007Test {
    private static Stream<NamedCsvRecord> rows() {
        return StatsData.rows("kalpha-compat-expected.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_of_the_reference_file(NamedCsvRecord row) {
        var data = Dataset.of(row.getField("dataset"));
        var alpha = data.alpha(MeasurementLevel.valueOf(row.getField("level").toUpperCase(Locale.ROOT)));
        var kalpha = new Kalpha(data.codes(), alpha);
        var pairable = data.codes().pairable();
        assertThat(alpha.figure().number().orElseThrow()).isCloseTo(of(row, "alpha"), within(1e-8));
        assertThat(pairable.units()).isEqualTo(Long.parseLong(row.getField("units")));
        assertThat(data.codes().activeCoders()).isEqualTo(Long.parseLong(row.getField("observers")));
        assertThat(pairable.pairs()).isEqualTo(Long.parseLong(row.getField("pairs")));
        assertThat(new Coincidences(data.codes()).nonzero()).isEqualTo(Long.parseLong(row.getField("nonzero_cells_q")));
        assertThat(kalpha.draws()).isEqualTo(of(row, "draws_M"));
        var printed = kalpha.printed(20_000, 5);
        assertThat(printed.limits().low()).isCloseTo(of(row, "ll95"), within(0.005));
        assertThat(printed.limits().high()).isCloseTo(of(row, "ul95"), within(0.005));
        assertThat(printed.below800()).isCloseTo(of(row, "q_fail_.80"), within(0.01));
        assertThat(printed.below667()).isCloseTo(of(row, "q_fail_.67"), within(0.01));
    }

    private static double of(NamedCsvRecord row, String column) {
        return StatsData.number(row, column).orElseThrow();
    }
}
