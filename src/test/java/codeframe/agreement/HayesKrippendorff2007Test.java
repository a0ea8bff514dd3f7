package codeframe.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of kalpha-compat-expected.csv: the limits of the KALPHA macro. */
final class HayesKrippendorff2007Test {
    @TestFactory
    Stream<DynamicTest> every_row_of_the_reference_file() {
        return StatsData.rows("kalpha-compat-expected.csv").stream()
                .map(row -> dynamicTest(row.getField("dataset") + " " + row.getField("level"), () -> {
                    var data = Dataset.of(row.getField("dataset"));
                    var alpha = data.alpha(Level.valueOf(row.getField("level").toUpperCase(Locale.ROOT)));
                    var limits = new Kalpha(data.codes(), alpha).limits(20_000, 5);
                    assertThat(limits.low()).isCloseTo(number(row.getField("ll95")), within(0.005));
                    assertThat(limits.high()).isCloseTo(number(row.getField("ul95")), within(0.005));
                    assertThat(data.codes().pairable().pairs()).isEqualTo(Long.parseLong(row.getField("pairs")));
                    assertThat(new Coincidences(data.codes()).nonzero())
                            .isEqualTo(Long.parseLong(row.getField("nonzero_cells_q")));
                }));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
