package codeframe.statistics.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Forty-five patients judged by five anaesthetists, the first of them three times. */
final class DawidSkene1979Test {
    private static final double[] SHARES = {.40, .42, .11, .07};

    /** Table 2 of the paper, to the two decimals that it prints. */
    private static final double[][][] PRINTED = {
        {{.89, .11, 0, 0}, {.07, .88, .05, 0}, {0, .34, .66, 0}, {0, 0, .56, .44}},
        {{.83, .17, 0, 0}, {.05, .63, .31, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
        {{1, 0, 0, 0}, {.11, .79, .11, 0}, {0, .40, .20, .40}, {0, 0, .67, .33}},
        {{.94, .06, 0, 0}, {.05, .84, .10, 0}, {0, 0, .80, .20}, {0, 0, .33, .67}},
        {{1, 0, 0, 0}, {.16, .73, .11, 0}, {0, .21, .79, 0}, {0, 0, .33, .67}},
    };

    @Test
    void every_cell_of_the_paper_comes_out_and_the_likelihood_to_its_last_digits() throws Exception {
        var fit = DawidSkene.of(patients(), Dirichlet.NONE);
        assertThat(fit.objective()).isCloseTo(-192.8908812142056, within(1e-10));
        assertThat(fit.rounds()).isEqualTo(31);
        for (int option = 0; option < 4; option++) {
            assertThat(fit.share()[option]).isCloseTo(SHARES[option], within(.005));
        }
        for (int voter = 0; voter < 5; voter++) {
            for (int truth = 0; truth < 4; truth++) {
                for (int said = 0; said < 4; said++) {
                    assertThat(fit.confusion()[voter][truth][said])
                            .as("observer %d, truth %d, said %d", voter + 1, truth + 1, said + 1)
                            .isCloseTo(PRINTED[voter][truth][said], within(.0050001));
                }
            }
        }
        var golden = new ObjectMapper().readTree(getClass().getResourceAsStream("/vote/dawid-skene-1979.golden.json"));
        close(fit.share(), golden.get("p"));
        for (int voter = 0; voter < 5; voter++) {
            for (int truth = 0; truth < 4; truth++) {
                close(fit.confusion()[voter][truth], golden.get("pi").get(voter).get(truth));
            }
        }
        for (int unit = 0; unit < 45; unit++) {
            close(fit.posterior()[unit], golden.get("posterior").get(unit));
        }
        assertThat(fit.posterior()[6]).containsExactly(new double[] {.98, .02, 0, 0}, within(.005));
        assertThat(fit.posterior()[34]).containsExactly(new double[] {0, .95, .05, 0}, within(.005));
        assertThat(fit.posterior()[37]).containsExactly(new double[] {0, .02, .98, 0}, within(.005));
        assertThat(label(fit, 2)).isEqualTo(4);
        assertThat(label(fit, 12)).isEqualTo(3);
        assertThat(label(fit, 36)).isEqualTo(4);
    }

    @Test
    void a_prior_gives_the_penalised_maximum() throws Exception {
        var fit = DawidSkene.of(patients(), Dirichlet.rater(4));
        assertThat(fit.share()).containsExactly(new double[] {.3773, .3976, .1501, .0750}, within(5e-5));
        assertThat(fit.objective()).isCloseTo(-242.56564186605712, within(1e-8));
    }

    @Test
    void the_estimates_judge_votes_that_they_were_not_made_of() throws Exception {
        var votes = new int[][] {{0, 0, 1}, {0, 0, 0}, {1, 1, 1}, {1, 1, 0}, {0, 0, 0}, {1, 1, 1}};
        var fit = DawidSkene.of(Ballots.of(2, votes), Dirichlet.laplace());
        assertThat(fit.posterior(votes[0])).containsExactly(fit.posterior()[0], within(1e-12));
        assertThat(fit.rule(.5).verdict(0, 0, Ballots.NONE).label()).hasValue(0);
        assertThat(fit.rule(.9999).verdict(0, 0, 1)).isInstanceOf(VoteVerdict.Unsure.class);
        assertThat(fit.belowChance(0)).isFalse();
        assertThat(DawidSkene.of(patients(), Dirichlet.NONE).belowChance(2)).isTrue();
    }

    private static int label(DawidSkene fit, int patient) {
        return VotingRule.largest(fit.posterior()[patient - 1]).label().orElseThrow() + 1;
    }

    private static void close(double[] found, JsonNode expected) {
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected.get(i).asDouble(), within(1e-9));
        }
    }

    private static Ballots patients() throws Exception {
        var votes = new int[45][7];
        try (var in = DawidSkene1979Test.class.getResourceAsStream("/vote/dawid-skene-1979.csv");
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var votesOf : votes) {
                Arrays.fill(votesOf, Ballots.NONE);
            }
            rows.forEach(row -> {
                int coder = Integer.parseInt(row.getField("coder"));
                int column = coder == 1 ? Integer.parseInt(row.getField("repeat")) - 1 : coder + 1;
                votes[Integer.parseInt(row.getField("unit")) - 1][column] = Integer.parseInt(row.getField("label")) - 1;
            });
        }
        return new Ballots(4, votes, new int[] {0, 0, 0, 1, 2, 3, 4});
    }
}
