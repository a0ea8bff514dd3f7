package codeframe.statistics.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred thousand images of five voters and ten options: {@code mvn -Pbench test}. */
@Tag("bench")
final class VoteBenchTest {
    private final Ballots ballots = random();

    @Test
    void a_majority_takes_less_than_five_seconds_and_dawid_and_skene_less_than_thirty() {
        var begun = Instant.now();
        var majority = VotingRule.majority(10);
        assertThat(Arrays.stream(ballots.votes())
                        .filter(votes -> majority.verdict(votes).label().isPresent())
                        .count())
                .isGreaterThan(80_000);
        var voted = Duration.between(begun, Instant.now());
        begun = Instant.now();
        int rounds = DawidSkene.of(ballots, Dirichlet.NONE).rounds();
        var fitted = Duration.between(begun, Instant.now());
        System.out.printf(
                "100,000 x 5: majority %d ms; Dawid and Skene %d ms, %d rounds%n",
                voted.toMillis(), fitted.toMillis(), rounds);
        assertThat(voted).isLessThan(Duration.ofSeconds(5));
        assertThat(fitted).isLessThan(Duration.ofSeconds(30));
    }

    private static Ballots random() {
        var random = new SplittableRandom(7);
        var votes = new int[100_000][5];
        for (var unit : votes) {
            int truth = random.nextInt(10);
            for (int voter = 0; voter < unit.length; voter++) {
                unit[voter] = random.nextDouble() < .6 + .05 * voter ? truth : random.nextInt(10);
            }
        }
        return Ballots.of(10, votes);
    }
}
