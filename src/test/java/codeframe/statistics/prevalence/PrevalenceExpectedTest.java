package codeframe.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StatsData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers of prevalence-expected.json, but for estimators that are not offered. */
final class PrevalenceExpectedTest {
    private final JsonNode file = StatsData.json("prevalence-expected.json");
    private final JsonNode binary = file.get("binary");
    private final Counts counts = new Counts(new double[][] {{40, 10}, {20, 130}}, new double[] {700, 1300});
    private final JsonNode three = file.get("three_class");
    private final Counts threeCounts =
            new Counts(new double[][] {{45, 4, 1}, {6, 70, 4}, {3, 7, 60}}, new double[] {560, 800, 640});

    private static double value(Figure figure) {
        return figure.number().orElseThrow();
    }

    private static double se(Figure figure) {
        return ((Figure.Estimate) figure).se().orElseThrow();
    }

    private static void within95(Figure figure, JsonNode ci, double tolerance) {
        var interval = ((Figure.Estimate) figure).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(ci.get(0).asDouble(), within(tolerance));
        assertThat(interval.high()).isCloseTo(ci.get(1).asDouble(), within(tolerance));
    }

    @Test
    void naive_and_gold_only() {
        var prevalence = new Prevalence(counts);
        assertThat(counts.unlabelled()[0] / counts.rest())
                .isCloseTo(binary.get("naive").asDouble(), within(1e-12));
        assertThat(counts.machineShare(0)).as("of all units").isCloseTo(760 / 2200.0, within(1e-12));
        var gold = prevalence.goldOnly(0);
        assertThat(value(gold)).isCloseTo(binary.at("/gold_only/est").asDouble(), within(1e-12));
        within95(gold, binary.at("/gold_only/ci"), 1e-8);
    }

    @Test
    void tenenbein_1970() {
        var figure = new Prevalence(counts).doubleSampling(0);
        var expected = binary.get("double_sampling_mle_tenenbein");
        assertThat(se(new Prevalence(counts).postStratified(0)))
                .isCloseTo(expected.get("se_conditional").asDouble(), within(1e-8));
        assertThat(value(figure)).isCloseTo(expected.get("est").asDouble(), within(1e-8));
        assertThat(se(figure)).isCloseTo(expected.get("se").asDouble(), within(1e-8));
        var strata = PredictedStrata.of(counts, 0).orElseThrow();
        assertThat(strata.explained() / (strata.estimate() * (1 - strata.estimate())))
                .as("K, the share of the variance that the machine's label explains")
                .isCloseTo(expected.get("K").asDouble(), within(1e-8));
    }

    @Test
    void angelopoulos_2023_untuned_and_tuned() {
        var gold = new double[200];
        var predicted = new double[200];
        IntStream.range(0, 50).forEach(i -> gold[i] = 1);
        IntStream.range(10, 70).forEach(i -> predicted[i] = 1);
        var unlabelled =
                IntStream.range(0, 2000).mapToDouble(i -> i < 700 ? 1 : 0).toArray();
        holds(Ppi.untuned(gold, predicted, unlabelled), binary.get("ppi_lambda1"));
        var tuned = Ppi.tuned(gold, predicted, unlabelled);
        holds(tuned, binary.get("ppi_plus_plus"));
        assertThat(tuned.lambda()).isCloseTo(binary.at("/ppi_plus_plus/lambda").asDouble(), within(1e-8));
    }

    private static void holds(Ppi ppi, JsonNode expected) {
        assertThat(value(ppi.figure())).isCloseTo(expected.get("est").asDouble(), within(1e-8));
        assertThat(se(ppi.figure())).isCloseTo(expected.get("se").asDouble(), within(1e-8));
        within95(ppi.figure(), expected.get("ci"), 1e-8);
    }

    @Test
    void three_classes_post_stratified_add_up_to_one() {
        var prevalence = new Prevalence(threeCounts);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            var figure = prevalence.postStratified(k);
            var expected = three.get("poststratified_double_sampling");
            assertThat(value(figure)).isCloseTo(expected.get("est").get(k).asDouble(), within(1e-8));
            assertThat(se(figure)).isCloseTo(expected.get("delta_se").get(k).asDouble(), within(1e-8));
            assertThat(se(figure)).isCloseTo(expected.get("boot_se").get(k).asDouble(), within(3e-4));
            assertThat(threeCounts.unlabelled()[k] / threeCounts.rest())
                    .isCloseTo(three.get("naive").get(k).asDouble(), within(1e-12));
            assertThat(value(prevalence.goldOnly(k)))
                    .isCloseTo(three.get("gold_only").get(k).asDouble(), within(1e-12));
            sum += value(figure);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void three_classes_by_ppi() {
        var expected = three.get("ppi_plus_plus_per_class");
        for (int k = 0; k < 3; k++) {
            var ppi = Ppi.ofClass(threeCounts, k);
            assertThat(ppi.lambda()).isCloseTo(expected.get("lambda").get(k).asDouble(), within(1e-8));
            assertThat(value(ppi.figure())).isCloseTo(expected.get("est").get(k).asDouble(), within(1e-8));
            assertThat(se(ppi.figure())).isCloseTo(expected.get("se").get(k).asDouble(), within(1e-8));
        }
    }

    @Test
    void a_predicted_class_without_gold_is_undefined() {
        var figure =
                new Prevalence(new Counts(new double[][] {{5, 0}, {5, 0}}, new double[] {10, 3})).postStratified(0);
        assertThat(figure).isEqualTo(Figure.undefined("a class the machine predicted has no unit with gold"));
    }

    @Test
    void the_effective_gold_sample_of_the_example_is_314() {
        assertThat(Ppi.effectiveSample(0.4, 200, 2000)).isCloseTo(314, within(1.0));
    }
}
