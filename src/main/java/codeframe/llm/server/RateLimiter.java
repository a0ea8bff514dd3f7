package codeframe.llm.server;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The limits of a server, kept by all nodes together: each request takes the next free moment and moves it on by a minute
 * divided by the limit (the leaky bucket of ITU-T I.371, known as GCRA), so that no minute holds more than is allowed.
 */
public interface RateLimiter {
    /**
     * Takes the next moment at which a request of so many tokens may go, if it is not after {@code latest}.
     *
     * @return that moment; when it is after {@code latest}, nothing was taken
     */
    @SqlQuery("""
            with server as (
                select id, greatest(:now, quiet_until,
                       case when requests_per_minute is not null then next_request_at end,
                       case when tokens_per_minute is not null then next_tokens_at end) as at
                from llm_server where id = :server
                for update),
            taken as (
                update llm_server s
                set next_request_at = coalesce(server.at + interval '1 minute' / s.requests_per_minute, s.next_request_at),
                    next_tokens_at = coalesce(
                        server.at + interval '1 minute' * :tokens / s.tokens_per_minute, s.next_tokens_at)
                from server
                where s.id = server.id and server.at <= :latest
                  and (s.requests_per_minute is not null or s.tokens_per_minute is not null))
            select at from server
            """)
    Instant take(long server, int tokens, Instant now, Instant latest);

    /** When the next request may go, without taking that moment. */
    @SqlQuery("""
            select greatest(:now, quiet_until,
                   case when requests_per_minute is not null then next_request_at end,
                   case when tokens_per_minute is not null then next_tokens_at end)
            from llm_server where id = :server
            """)
    Instant next(long server, Instant now);

    /** What a request took beyond what was expected is added; what it did not take is given back. */
    @SqlUpdate("""
            update llm_server set next_tokens_at = next_tokens_at + interval '1 minute' * :tokens / tokens_per_minute
            where id = :server and tokens_per_minute is not null and :tokens <> 0
            """)
    void correct(long server, int tokens);

    /** The server asked for peace: no node asks it before then. */
    @SqlUpdate("update llm_server set quiet_until = greatest(quiet_until, :until) where id = :server")
    void quiet(long server, Instant until);
}
