package codeframe.statistics.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** CROWDLAB on ten units of three coders, as cleanlab has it. */
final class GohTkachenkoMueller2022Test {
    @Test
    void ten_units_of_three_coders_and_a_model() throws Exception {
        var golden = new ObjectMapper().readTree(getClass().getResourceAsStream("/vote/crowdlab.golden.json"));
        var votes = StreamSupport.stream(golden.get("L").spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToInt(vote -> vote.isNull() ? Ballots.NONE : vote.asInt())
                        .toArray())
                .toArray(int[][]::new);
        var model = rows(golden.get("probs"));
        var found = Crowdlab.of(Ballots.of(3, votes), model);
        assertThat(IntStream.range(0, 10)
                        .map(unit ->
                                found.verdict(model[unit], votes[unit]).label().orElse(-1))
                        .toArray())
                .containsExactly(0, 0, 1, 1, 2, 2, 1, 1, 2, 0);
        assertThat(found.agreement()).isCloseTo(.7962962963, within(1e-9));
        assertThat(found.commonest()).isCloseTo(.5555555556, within(1e-9));
        assertThat(found.weights()).containsExactly(new double[] {.4, .28, .25}, within(1e-9));
        assertThat(found.modelWeight()).isCloseTo(1.5811388301, within(1e-9));
        var posterior = rows(golden.get("Q"));
        for (int unit = 0; unit < 10; unit++) {
            assertThat(found.posterior(model[unit], votes[unit])).containsExactly(posterior[unit], within(1e-9));
        }
        assertThat(IntStream.range(0, 10)
                        .mapToDouble(
                                unit -> ((VoteVerdict.Elected) found.verdict(model[unit], votes[unit])).confidence())
                        .toArray())
                .containsExactly(
                        new double[] {
                            .7986283337,
                            .6035619076,
                            .7289595139,
                            .5323005284,
                            .7986283337,
                            .5031121650,
                            .6726983126,
                            .4299786490,
                            .6396330218,
                            .7289595139
                        },
                        within(1e-9));
    }

    @Test
    void what_people_and_the_model_leave_tied_is_unsure() {
        var votes = new int[][] {{0, 1}, {0, 0}, {1, 1}};
        var model = new double[][] {{.5, .5}, {.9, .1}, {.2, .8}};
        var found = Crowdlab.of(Ballots.of(2, votes), model);
        assertThat(found.verdict(model[0], votes[0])).isInstanceOf(VoteVerdict.Unsure.class);
        assertThat(found.verdict(model[1], votes[1]).label()).hasValue(0);
    }

    private static double[][] rows(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray())
                .toArray(double[][]::new);
    }
}
