package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.StatsData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** calibration-case.json: calibration errors with the bins of Guo et al., and the temperature. */
final class Guo2017Test {
    private final JsonNode ece = StatsData.json("calibration-case.json").get("ece");
    private final JsonNode temperature = StatsData.json("calibration-case.json").get("temperature");

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private Calibration bins(int bins) {
        var confidence = numbers(ece.get("confidence"));
        var correct = new boolean[confidence.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = ece.get("correct").get(i).asInt() == 1;
        }
        return Calibration.of(confidence, correct, bins);
    }

    @Test
    void expected_and_greatest_errors_hold() {
        assertThat(bins(5).expectedError()).isCloseTo(ece.get("ece5").asDouble(), within(1e-12));
        assertThat(bins(10).expectedError()).isCloseTo(ece.get("ece10").asDouble(), within(1e-12));
        assertThat(bins(15).expectedError()).isCloseTo(ece.get("ece15").asDouble(), within(1e-12));
        assertThat(bins(5).greatestError()).isCloseTo(ece.get("mce5").asDouble(), within(1e-12));
        assertThat(bins(10).greatestError()).isCloseTo(ece.get("mce10").asDouble(), within(1e-12));
        assertThat(bins(10).brier()).isCloseTo(ece.get("brier_top1").asDouble(), within(1e-12));
    }

    @Test
    void the_temperature_of_least_loss_is_found() {
        var logits = StreamSupport.stream(temperature.get("logits").spliterator(), false)
                .map(Guo2017Test::numbers)
                .toArray(double[][]::new);
        var gold = StreamSupport.stream(temperature.get("y").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        double fitted = Temperature.fit(logits, gold);
        assertThat(fitted).isCloseTo(temperature.get("T").asDouble(), within(1e-6));
        assertThat(Temperature.loss(logits, gold, 1))
                .isCloseTo(temperature.get("nll_T1").asDouble(), within(1e-9));
        assertThat(Temperature.loss(logits, gold, fitted))
                .isCloseTo(temperature.get("nll_best").asDouble(), within(1e-9));
        var crossed = Temperature.crossFitted(logits, gold, 4, 3);
        assertThat(crossed).hasDimensions(12, 3).isDeepEqualTo(Temperature.crossFitted(logits, gold, 4, 3));
    }
}
