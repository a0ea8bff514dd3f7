package codeframe.llm.server;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A server answered with something else than 200. */
public final class ServerRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;
    private final String location;
    private final String body;

    /** @param headers by their names in small letters */
    public ServerRefusal(int status, Map<String, String> headers, String location, String body) {
        super("the server answered with status " + status, null, false, false);
        this.status = status;
        this.headers = headers;
        this.location = location == null ? "" : location;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Whether it is about what was sent, and not about who sent it or when. */
    public boolean isOfTheRequest() {
        return status == 400 || status == 422;
    }

    /** Where a redirect, which is not followed, leads. */
    public String location() {
        return location;
    }

    public String body() {
        return body;
    }

    /** For how long it wants to be left alone; empty where it does not say. */
    public Optional<Duration> retryAfter(Clock clock) {
        return RetryAfter.of(headers, body, clock);
    }
}
