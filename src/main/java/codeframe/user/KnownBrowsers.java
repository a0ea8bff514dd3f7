package codeframe.user;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Browsers in which somebody has signed in before, known by the hash of a cookie that outlives signing out. */
public interface KnownBrowsers {
    @SqlQuery("""
            select exists (
                select 1 from known_browser b join app_user u on u.id = b.user_id
                where lower(u.email) = lower(:email) and b.token_hash = :tokenHash)
            """)
    boolean knows(String email, byte[] tokenHash);

    @SqlUpdate("""
            insert into known_browser (user_id, token_hash, last_at) values (:user, :tokenHash, :now)
            on conflict (user_id, token_hash) do update set last_at = excluded.last_at
            """)
    void remember(long user, byte[] tokenHash, Instant now);

    @SqlUpdate("delete from known_browser where last_at < :before")
    void dropOld(Instant before);
}
