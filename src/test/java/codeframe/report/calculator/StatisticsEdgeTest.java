package codeframe.report.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ValidationReport;
import codeframe.statistics.agreement.Figure;
import codeframe.table.Content;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of issue 11, each of which once printed a wrong figure. Expected values: numpy, by the definitions. */
final class StatisticsEdgeTest {
    private static final AgreementQuestion ASKED = new AgreementQuestion("", 1_000, 1);

    private static Content table(String name) {
        return () -> StatisticsEdgeTest.class.getResourceAsStream("/statistics-edge/" + name + ".csv");
    }

    private static ValidationReport judged(String name) {
        return ValidationReport.of(
                JudgedSheets.read(table(name), TableChoices.NONE, List.of()).judged(), ASKED);
    }

    private static double value(Figure figure) {
        return figure.number().orElseThrow();
    }

    /** α = 1 − (1 − π)(2n − 1)/2n with n = 100 units, whatever the weights are multiplied by. */
    @ParameterizedTest
    @CsvSource({
        "weights-1, 0.7701057495778911, 0.87",
        "weights-eq0.001, 0.7701057495778911, 0.87",
        "weights-w1e-6, 0.756629857038123, 0.8917197452229298",
        "weights-wnorm1, 0.756629857038123, 0.8917197452229298"
    })
    void alpha_with_gold_does_not_depend_on_the_scale_of_the_weights(String name, double alpha, double accuracy) {
        var report = judged(name);
        assertThat(value(report.composites().get("alpha"))).isCloseTo(alpha, within(1e-12));
        assertThat(value(report.accuracy())).isCloseTo(accuracy, within(1e-12));
    }

    /** 180 of 3,000 units; among those without gold it is 80 of 2,800. */
    @Test
    void the_machine_alone_is_its_share_of_all_units() {
        var yes = judged("naive-stratified").prevalence().get(1);
        assertThat(yes.label()).isEqualTo("yes");
        assertThat(value(yes.naive())).isCloseTo(0.06, within(1e-12));
    }

    @Test
    void a_share_by_ppi_stays_between_0_and_1() {
        for (var share : judged("tiny-prevalence").prevalence()) {
            var ppi = (Figure.Estimate) share.ppi();
            assertThat(ppi.value()).as(share.label()).isBetween(0.0, 1.0);
            ppi.interval().ifPresent(limits -> {
                assertThat(limits.low()).isBetween(0.0, ppi.value());
                assertThat(limits.high()).isBetween(ppi.value(), 1.0);
            });
        }
    }
}
