package codeframe.llm.server;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A server answered with something else than 200. */
public final class ServerRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String retryAfter;
    private final String location;
    private final String body;

    public ServerRefusal(int status, String retryAfter, String location, String body) {
        super("the server answered with status " + status, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter == null ? "" : retryAfter.strip();
        this.location = location == null ? "" : location;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Where a redirect, which is not followed, leads. */
    public String location() {
        return location;
    }

    public String body() {
        return body;
    }

    /** Seconds or a date; empty where the header is absent or means nothing. */
    public Optional<Duration> retryAfter(Clock clock) {
        if (retryAfter.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.of(Duration.ofMillis((long) (Double.parseDouble(retryAfter) * 1_000)));
        }
        try {
            var at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), Instant.from(at)))
                    .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
