package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of agreement-expected.csv: printed values, irrCAC 1.4 with its standard errors, statsmodels and vcd. */
final class AgreementExpectedTest {
    private static Stream<NamedCsvRecord> rows() {
        return StatsData.rows("agreement-expected.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_of_the_reference_file(NamedCsvRecord row) {
        holds(row);
    }

    private static String kind(NamedCsvRecord row) {
        return row.getField("level_or_weights");
    }

    private static void holds(NamedCsvRecord row) {
        var data = Dataset.of(row.getField("dataset"));
        var figure = (Figure.Estimate) figure(data, row.getField("coefficient"), kind(row));
        assertThat(figure.value()).isCloseTo(number(row, "value"), within(1e-8));
        StatsData.number(row, "se")
                .ifPresent(se -> assertThat(figure.se().orElseThrow()).isCloseTo(se, within(1e-8)));
        if (StatsData.number(row, "ci95_lo").isPresent()) {
            var interval = figure.interval().orElseThrow();
            assertThat(interval.low()).isCloseTo(number(row, "ci95_lo"), within(1e-8));
            assertThat(interval.high()).isCloseTo(number(row, "ci95_hi"), within(1e-8));
        }
        if (StatsData.number(row, "Do").isPresent()) {
            disagreementHolds(data.alpha(level(kind(row))), row);
        }
        var printed = row.getField("published_as").split(" ")[0];
        if (!printed.isEmpty()) {
            // Within the last printed digit: Artstein and Poesio cut .8005 to .800, the others round.
            double digit = Math.pow(10, -(printed.length() - printed.indexOf('.') - 1.0));
            assertThat(figure.value()).isCloseTo(Double.parseDouble(printed), within(digit * 0.6));
        }
    }

    private static void disagreementHolds(Alpha alpha, NamedCsvRecord row) {
        var found = alpha.disagreement(alpha.total());
        assertThat(found.observed()).isCloseTo(number(row, "Do"), within(1e-8));
        assertThat(found.expected()).isCloseTo(number(row, "De"), within(1e-8));
        assertThat(found.pairable()).isCloseTo(number(row, "n_pairable_values"), within(1e-8));
    }

    private static double number(NamedCsvRecord row, String column) {
        OptionalDouble number = StatsData.number(row, column);
        return number.orElseThrow();
    }

    private static MeasurementLevel level(String name) {
        return MeasurementLevel.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Figure figure(Dataset data, String coefficient, String kind) {
        var codes = data.codes();
        var weights = data.weights(kind);
        return switch (coefficient.split("[ ,]")[0]) {
            case "krippendorff_alpha" ->
                kind.contains("weights")
                        ? new WeightedAlpha(codes, weights).analytic()
                        : data.alpha(level(kind)).figure();
            case "percent_agreement_unit_mean" ->
                ChanceCorrected.percent(codes, weights).analytic();
            case "gwet_ac1", "gwet_ac2" -> ChanceCorrected.gwet(codes, weights).analytic();
            case "fleiss_kappa" -> ChanceCorrected.fleiss(codes, weights).analytic();
            case "brennan_prediger" ->
                ChanceCorrected.brennanPrediger(codes, weights).analytic();
            case "conger_kappa" -> ChanceCorrected.conger(codes, weights).analytic();
            case "cohen_kappa" -> new CohenKappa(codes, 0, 1, weights).asymptotic();
            default -> throw new IllegalArgumentException(coefficient);
        };
    }
}
