package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.ask.LearntWidth.Ending;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.RateLimiter;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KnownLimitsTest {
    private static final LlmServer SERVER = new LlmServer(
            1, 1, "other", "Fake", "http://localhost:1/v1", false, "", "", 8, null, null, null, 60, null, null);

    @Test
    void fewer_at_once_than_chosen_and_a_rest_are_told_and_nothing_else_is() throws InterruptedException {
        var now = Instant.parse("2026-11-28T12:00:00Z");
        try (var database = TestDb.fresh()) {
            World.populate(database.jdbi());
            World.furnish(database.jdbi());
            var cooldown = new ServerCooldown(database.jdbi().onDemand(RateLimiter.class));
            var concurrency = new ConcurrencyLimit(16);
            var limits = new KnownLimits(concurrency, cooldown, Clock.fixed(now, ZoneOffset.UTC));
            assertThat(limits.of(SERVER)).isEmpty();
            concurrency.pass(SERVER, () -> "", said -> Ending.TOO_SLOW_HERE);
            cooldown.keep(1, now.plus(Duration.ofMinutes(5)));
            assertThat(limits.of(SERVER))
                    .satisfiesExactly(
                            width -> assertThat(width)
                                    .startsWith("Of late it bore only 4 requests at once instead of 8"),
                            rest -> assertThat(rest).startsWith("It is left in peace until 28 Nov 2026, 12:05"));
        }
    }
}
