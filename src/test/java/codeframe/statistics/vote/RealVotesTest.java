package codeframe.statistics.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bluebirds (Welinder et al. 2010) and entailments (Snow et al. 2008), which lie beside the project. */
final class RealVotesTest {
    private static final Path FOLDER = Path.of("../shared/material/agreement");

    @Test
    void bluebirds_by_every_rule_and_what_thirty_nine_coders_count_for() throws Exception {
        var set = Set.of("bluebirds.csv");
        assertThat(set.right(unit -> VotingRule.majority(2).verdict(set.votes(unit))))
                .isEqualTo(82);
        var folds = IntStream.range(0, set.gold.length).map(i -> i % 5).toArray();
        assertThat(set.right(unit -> VotingRule.weighted(2, LogOdds.weights(set.ballots, set.gold, folds, folds[unit]))
                        .verdict(set.votes(unit))))
                .isEqualTo(93);
        var fit = DawidSkene.of(set.ballots, Dirichlet.NONE);
        assertThat(fit.objective()).isCloseTo(-1888.1167547919, within(1e-8));
        assertThat(fit.share()).containsExactly(new double[] {.564071, .435929}, within(1e-6));
        assertThat(set.right(unit -> VotingRule.largest(fit.posterior()[unit]))).isEqualTo(97);
        var errors = new VotersErrors(set.ballots, set.gold, null);
        var correlation = errors.correlation().figure();
        assertThat(correlation.number().orElseThrow()).isCloseTo(.1341415163, within(1e-10));
        assertThat(EffectiveVotes.of(39, correlation).number().orElseThrow()).isCloseTo(6.3961923397, within(1e-9));
        var accuracies = IntStream.range(0, 39).mapToDouble(errors::accuracy).toArray();
        assertThat(EffectiveVotes.independent(accuracies)).isCloseTo(.9666059714, within(1e-10));
        assertThat(Arrays.stream(accuracies).average().orElseThrow()).isCloseTo(.6355650522, within(1e-10));
        assertThat(Arrays.stream(accuracies).max().orElseThrow()).isCloseTo(.8888888889, within(1e-10));
    }

    @Test
    void entailments_leave_sixty_five_ties_unsure() throws Exception {
        var set = Set.of("snow2008_rte.csv");
        assertThat(set.right(unit -> VotingRule.majority(2).verdict(set.votes(unit))))
                .isEqualTo(685);
        assertThat(IntStream.range(0, 800)
                        .filter(unit -> VotingRule.majority(2).verdict(set.votes(unit)) instanceof VoteVerdict.Unsure)
                        .count())
                .isEqualTo(65);
        var fit = DawidSkene.of(set.ballots, Dirichlet.NONE);
        assertThat(fit.objective()).isCloseTo(-3679.6290364794, within(1e-6));
        assertThat(set.right(unit -> VotingRule.largest(fit.posterior()[unit]))).isEqualTo(742);
    }

    private interface Judge {
        VoteVerdict of(int unit);
    }

    private record Set(Ballots ballots, int[] gold) {
        int[] votes(int unit) {
            return ballots.votes()[unit];
        }

        long right(Judge judge) {
            return IntStream.range(0, gold.length)
                    .filter(unit -> judge.of(unit).label().orElse(-1) == gold[unit])
                    .count();
        }

        static Set of(String file) throws Exception {
            assumeTrue(Files.exists(FOLDER), "the material is not here");
            var rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file)).stream()
                    .toList();
            Map<Integer, Integer> units = new TreeMap<>();
            Map<String, Integer> coders = new LinkedHashMap<>();
            rows.forEach(row -> {
                units.put(Integer.valueOf(row.getField("unit")), Integer.valueOf(row.getField("gold")));
                coders.putIfAbsent(row.getField("coder"), coders.size());
            });
            var sorted = units.keySet().stream().toList();
            var votes = new int[units.size()][coders.size()];
            Arrays.stream(votes).forEach(line -> Arrays.fill(line, Ballots.NONE));
            rows.forEach(row ->
                    votes[sorted.indexOf(Integer.valueOf(row.getField("unit")))][coders.get(row.getField("coder"))] =
                            Integer.parseInt(row.getField("label")));
            return new Set(
                    Ballots.of(2, votes),
                    units.values().stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
