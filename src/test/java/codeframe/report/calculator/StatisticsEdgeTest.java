package codeframe.report.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.report.figures.Explanation;
import codeframe.report.figures.ValidationReport;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.table.Content;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    private static AgreementReport agreed(String name, MeasurementLevel level) {
        return AgreementReport.of(
                CodeSheets.read(table(name), TableChoices.NONE, level, List.of())
                        .variable(),
                ASKED);
    }

    /** α ≥ 1 − (1 − .025^(1/3))/D_e with D_e = 1 − (4·3 + 2·1)/(6·5) = 8/15. */
    @Test
    void perfect_agreement_of_three_units_is_no_certainty() {
        var report = agreed("perfect3", MeasurementLevel.NOMINAL);
        var alpha = ((Figure.Estimate) report.alpha().figure());
        assertThat(alpha.value()).isEqualTo(1);
        assertThat(alpha.interval().orElseThrow().low())
                .isCloseTo(1 - (1 - Math.pow(0.025, 1 / 3.0)) * 15 / 8, within(1e-12));
        report.coefficients().forEach((name, figure) -> {
            var found = (Figure.Estimate) figure;
            assertThat(found.se()).as(name).isEmpty();
            found.interval()
                    .ifPresent(limits -> assertThat(limits.low()).as(name).isLessThan(0.5));
        });
        assertThat(Explanation.of(report, UnaryOperator.identity()))
                .noneMatch(sentence -> sentence.contains("reliable") || sentence.contains(".800"));
        assertThat(report.warnings(UnaryOperator.identity()))
                .anyMatch(sentence ->
                        sentence.startsWith("\"y\" was given only 2 times") && sentence.contains("nothing is judged"));
        assertThat(AgreementJson.of(report, List.of()).get("warnings")).isNotEmpty();
        assertThat(AgreementCsv.of("", report)).contains(",warning,");
    }

    @Test
    void a_category_used_twice_among_thirty_is_not_called_reliable() {
        var report = agreed("perfect30-skew", MeasurementLevel.NOMINAL);
        assertThat(((Figure.Estimate) report.alpha().figure())
                        .interval()
                        .orElseThrow()
                        .low())
                .isLessThan(0.1);
        assertThat(Explanation.of(report, UnaryOperator.identity()))
                .noneMatch(sentence -> sentence.contains("reliable"));
        assertThat(report.warnings(UnaryOperator.identity()))
                .anyMatch(sentence -> sentence.contains("replicates had no α"));
    }

    /** "1" and "1.0" are one number, so that there is nothing in which coders could differ. */
    @ParameterizedTest
    @EnumSource(MeasurementLevel.class)
    void no_figure_is_nan(MeasurementLevel level) {
        var report = agreed("nan-interval", level);
        assertThat(report.alpha().figure()).isEqualTo(Figure.undefined("only one category was used"));
        assertThat(AgreementCsv.of("", report)).doesNotContain("NaN");
    }

    @Test
    void numbers_written_by_pandas_are_those_of_the_codebook() {
        var report = judged("pandas-float");
        assertThat(report.judged().classes()).containsExactly("0", "1");
        assertThat(value(report.accuracy())).isEqualTo(1);
        assertThat(report.warnings(UnaryOperator.identity()))
                .anyMatch(sentence -> sentence.startsWith("No error was found"))
                .anyMatch(sentence -> sentence.startsWith("Fewer than 10 units have this class in gold"));
    }

    @Test
    void only_units_with_gold_need_a_weight() {
        var rows = "unit,gold,predicted,weight\n1,a,a,2\n2,b,b,3\n3,NaN,a,\n4,,b,n/a\n5,,b,\n";
        var sheet = JudgedSheets.read(of(rows), TableChoices.NONE, List.of());
        assertThat(sheet.judged().predictions().units()).isEqualTo(2);
        assertThat(sheet.judged().unlabelled()).containsExactly(1, 2, 0);
        assertThat(sheet.questions()).extracting(LabelQuestion::value).containsExactly("NaN");
        assertThatThrownBy(() -> JudgedSheets.read(of(rows.replace("2,b,b,3", "2,b,b,")), TableChoices.NONE, List.of()))
                .hasMessage("Row 3 has gold but no weight; the weight of a unit with gold is one over its inclusion"
                        + " probability.");
    }

    @Test
    void what_looks_like_no_code_is_named_and_may_be_kept() {
        var rows = "unit,A,B\n1,x,x\n2,y,NaN\n3,n/a,y\n4,.,x\n5,y,y\n";
        var read = CodeSheets.read(of(rows), TableChoices.NONE, MeasurementLevel.NOMINAL, List.of());
        assertThat(read.variable().categories()).containsExactly("x", "y");
        assertThat(read.questions()).extracting(LabelQuestion::value).containsExactlyInAnyOrder("NaN", "n/a", ".");
        var keep = new TableChoices("", "", "", List.of(), Set.of(), Set.of("."));
        assertThat(CodeSheets.read(of(rows), keep, MeasurementLevel.NOMINAL, List.of())
                        .variable()
                        .categories())
                .containsExactly(".", "x", "y");
    }

    private static Content of(String rows) {
        return () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_miss_that_was_not_found_may_still_be_there() {
        var report = judged("naive-stratified");
        var recall = (Figure.Estimate) report.classes().get(1).recall();
        assertThat(recall.value()).isEqualTo(1);
        assertThat(recall.interval().orElseThrow().low()).isCloseTo(0.5686, within(0.03));
        report.prevalence().forEach(share -> {
            for (var figure : List.of(share.gold(), share.corrected(), share.ppi())) {
                var limits = ((Figure.Estimate) figure).interval().orElseThrow();
                assertThat(limits.high() - limits.low()).isGreaterThan(0.01);
            }
        });
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
