package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.StatsData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** alt-test-case.json, made with the authors' own code. */
final class Calderon2025Test {
    private static final List<String> LABELS = List.of("portrait", "media", "collage", "event");
    private final JsonNode file = StatsData.json("alt-test-case.json");
    private final int[] machine = labels(file.get("llm"));
    private final Codes humans = humans();

    private static int[] labels(JsonNode list) {
        return IntStream.range(0, list.size())
                .map(i -> LABELS.indexOf(list.get(i).asText()))
                .toArray();
    }

    private Codes humans() {
        var cells = new short[machine.length * 3];
        for (int coder = 0; coder < 3; coder++) {
            var codes = labels(file.at("/humans/h" + coder));
            for (int unit = 0; unit < codes.length; unit++) {
                cells[unit * 3 + coder] = (short) codes[unit];
            }
        }
        return new Codes(machine.length, 3, LABELS.size(), cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.15", "0.2"})
    void every_p_and_the_winning_rate_hold(String epsilon) {
        var test = AltTest.of(humans, machine, Scoring.match(), Double.parseDouble(epsilon))
                .orElseThrow();
        for (var human : test.humans()) {
            var expected = file.at("/expected/per_human/h" + human.coder());
            assertThat(human.machineWins()).isCloseTo(expected.get("rho_llm").asDouble(), within(1e-12));
            assertThat(human.humanWins()).isCloseTo(expected.get("rho_human").asDouble(), within(1e-12));
            assertThat(human.humanWins() - human.machineWins())
                    .isCloseTo(expected.get("dbar").asDouble(), within(1e-12));
            assertThat(human.p()).isCloseTo(expected.get("p").get(epsilon).asDouble(), within(1e-8));
        }
        assertThat(test.winningRate())
                .isEqualTo(file.at("/expected/winning_rate/" + epsilon).asDouble());
        assertThat(test.advantage())
                .isCloseTo(file.at("/expected/avg_advantage_probability").asDouble(), within(1e-12));
        assertThat(test.passed()).isEqualTo(!epsilon.equals("0.1"));
    }

    @Test
    void where_nobody_shares_two_units_there_is_no_test() {
        var apart = new Codes(2, 2, 2, new short[] {0, 1, 1, Codes.MISSING});
        assertThat(AltTest.of(apart, new int[] {0, 0}, Scoring.match(), 0.1)).isEmpty();
    }

    @Test
    void no_price_no_win() {
        assertThat(AltTest.of(humans, machine, Scoring.match(), 0).orElseThrow().winningRate())
                .isZero();
    }

    @Test
    void the_thresholds_of_benjamini_and_yekutieli_hold() {
        var expected = file.at("/expected/by_thresholds_m3_q05");
        var thresholds = AltTest.thresholds(3);
        IntStream.range(0, 3)
                .forEach(
                        i -> assertThat(thresholds[i]).isCloseTo(expected.get(i).asDouble(), within(1e-15)));
    }

    @Test
    void without_variance_the_test_is_sure_below_the_price_and_hopeless_above() {
        assertThat(OneSample.student(new double[] {0, 0, 0}, 0.1)).isZero();
        assertThat(OneSample.student(new double[] {1, 1, 1}, 0.1)).isEqualTo(1);
        assertThat(OneSample.signedRanks(new double[] {-1, -1, 0, 0, -1, 0, 1, 0, -1, -1}, 0.1))
                .isBetween(0.001, 0.1);
    }
}
