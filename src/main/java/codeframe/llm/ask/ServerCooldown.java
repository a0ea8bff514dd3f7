package codeframe.llm.ask;

import codeframe.llm.server.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When servers may be asked again, as this node knows it: of other nodes' news it hears once a second. */
public final class ServerCooldown {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final RateLimiter rateLimiter;
    private final Map<Long, Heard> heard = new ConcurrentHashMap<>();

    private record Heard(Instant next, Instant at) {}

    ServerCooldown(RateLimiter rateLimiter) {
        this.rateLimiter = rateLimiter;
    }

    /** When the next request may go; not before {@code now}. */
    public Instant next(long server, Instant now) {
        var latest = heard.compute(
                server,
                (id, old) -> old != null && now.isBefore(old.at().plus(FRESH))
                        ? old
                        : new Heard(rateLimiter.next(id, now), now));
        return latest.next().isAfter(now) ? latest.next() : now;
    }

    /** The server asked to be left alone: this node knows at once. */
    void keep(long server, Instant until) {
        rateLimiter.quiet(server, until);
        heard.remove(server);
    }
}
