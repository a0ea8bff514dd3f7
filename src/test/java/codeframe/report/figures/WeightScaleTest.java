package codeframe.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.validation.MeanOf;
import codeframe.statistics.validation.Predictions;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights say what share of the corpus a unit stands for; in what unit they are written says nothing. */
final class WeightScaleTest {
    private static final int UNITS = 150;

    /** One to three for the units of three strata, or one for all. */
    private static Judged judged(boolean unequal, double scale) {
        var random = new SplittableRandom(5);
        var gold = new int[UNITS];
        var predicted = new int[UNITS];
        var stratum = new int[UNITS];
        var weight = new double[UNITS];
        var confidence = new double[UNITS];
        for (int i = 0; i < UNITS; i++) {
            gold[i] = random.nextInt(3);
            predicted[i] = random.nextInt(10) < 7 ? gold[i] : random.nextInt(-1, 3);
            stratum[i] = i % 3;
            weight[i] = (unequal ? 1 + stratum[i] : 1) * scale;
            confidence[i] = random.nextDouble();
        }
        var design = StratifiedDesign.stratified(stratum, 1_000, 2_000, 3_000);
        var predictions = new Predictions(3, gold, predicted, weight, design);
        return new Judged(
                List.of("a", "b", "c"), predictions, new double[] {900, 700, 800, 40}, Optional.of(confidence));
    }

    private static Map<String, Double> figures(Judged judged) {
        var report = ValidationReport.of(judged, new AgreementQuestion("", 400, 3));
        Map<String, Double> numbers = new LinkedHashMap<>();
        collect(ValidationJson.of(report, List.of()), "", numbers);
        return numbers;
    }

    private static void collect(JsonNode node, String path, Map<String, Double> numbers) {
        if (node.isNumber()) {
            numbers.put(path, node.asDouble());
        }
        node.properties().forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), numbers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), path + "/" + i, numbers);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 1.0 / 300, 7, 1e6})
    void no_figure_of_the_page_depends_on_the_scale_of_the_weights(double scale) {
        for (boolean unequal : new boolean[] {true, false}) {
            var plain = figures(judged(unequal, 1));
            var scaled = figures(judged(unequal, scale));
            assertThat(plain).hasSizeGreaterThan(100);
            assertThat(scaled.keySet()).isEqualTo(plain.keySet());
            plain.forEach((path, number) -> assertThat(scaled.get(path))
                    .as(path)
                    .isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number)))));
        }
    }

    /** Taylor's error of a mean, from the formula (Särndal, Swensson and Wretman 1992, eq. 3.7.8), at any scale. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 1e6})
    void an_error_by_linearisation_is_right_at_any_scale(double scale) {
        var values = new double[] {1, 0, 1, 1, 0, 1, 0, 0};
        var weight = new double[] {1, 1, 1, 1, 3, 3, 3, 3};
        var stratum = new int[] {0, 0, 0, 0, 1, 1, 1, 1};
        var mean = new MeanOf(
                values,
                Arrays.stream(weight).map(w -> w * scale).toArray(),
                StratifiedDesign.stratified(stratum, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        var found = (Figure.Estimate) mean.interval(100, 1);
        // Stratum means .75 and .25, shares 1/4 and 3/4; variance of both is .1875 · 4/3, over 4 units each.
        assertThat(found.value()).isCloseTo(0.375, within(1e-12));
        assertThat(found.se().orElseThrow()).isCloseTo(Math.sqrt(0.0625 * 10 / 16), within(1e-9));
    }
}
