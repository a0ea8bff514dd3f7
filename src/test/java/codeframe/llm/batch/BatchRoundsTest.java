package codeframe.llm.batch;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.run.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRoundsTest {
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void images_of_one_look_come_round_together_however_long_it_took() {
        var rounds = new BatchRounds(clock, Duration.ofMinutes(1));
        var first = rounds.later(1, "The server is at it.");
        var atOnce = BatchRounds.atOnce(2, "It goes with the next batch.");
        now = now.plusSeconds(300);
        var last = rounds.later(3, "The server is at it.");
        var much = new Result.Later(4, now.plusSeconds(900), "The queue is full.");
        assertThat(rounds.together(List.of(first, atOnce, last, much)))
                .containsExactly(
                        new Result.Later(1, Instant.parse("2026-11-28T12:06:00Z"), "The server is at it."),
                        atOnce,
                        last,
                        much);
    }
}
