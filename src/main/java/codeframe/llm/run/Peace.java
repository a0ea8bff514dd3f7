package codeframe.llm.run;

import codeframe.llm.server.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When servers may be asked again, as this node knows it: of other nodes' news it hears once a second. */
final class Peace {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Pace pace;
    private final Map<Long, Heard> heard = new ConcurrentHashMap<>();

    private record Heard(Instant next, Instant at) {}

    Peace(Pace pace) {
        this.pace = pace;
    }

    /** When the next request may go; not before {@code now}. */
    Instant next(long server, Instant now) {
        var latest = heard.compute(
                server,
                (id, old) ->
                        old != null && now.isBefore(old.at().plus(FRESH)) ? old : new Heard(pace.next(id, now), now));
        return latest.next().isAfter(now) ? latest.next() : now;
    }

    /** The server asked to be left alone: this node knows at once. */
    void keep(long server, Instant until) {
        pace.quiet(server, until);
        heard.remove(server);
    }
}
