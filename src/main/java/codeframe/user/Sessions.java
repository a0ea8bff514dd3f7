package codeframe.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who is signed in where, and API tokens; both known by the hash of their token alone. */
public interface Sessions {
    int DAYS = 30;

    /** A place where somebody is signed in. */
    record Session(Instant createdAt, Instant lastSeenAt, String address, String agent, boolean here) {
        public String browser() {
            return BrowserName.of(agent);
        }
    }

    /** A key for scripts; the token itself was shown once. {@code expiresAt} is null for one that does not end by itself. */
    record ApiToken(long id, String name, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {
        public boolean over(Instant now) {
            return expiresAt != null && !expiresAt.isAfter(now);
        }
    }

    /**
     * 0 when the account is disabled. It is locked, so that of signing in and disabling at the same moment the one that is
     * later finds what the other did.
     */
    @SqlUpdate("""
            insert into session (token_hash, user_id, created_at, last_seen_at, address, agent)
            select :tokenHash, id, :now, :now, :address, :agent
            from app_user
            where id = :user and disabled_at is null
            for share
            """)
    int start(byte[] tokenHash, long user, Instant now, String address, String agent);

    @SqlQuery("""
            select u.id, u.email, u.name, u.admin, u.created_at
            from session s join app_user u on u.id = s.user_id
            where s.token_hash = :tokenHash and s.last_seen_at > :notBefore and u.disabled_at is null
            """)
    Optional<User> user(byte[] tokenHash, Instant notBefore);

    /** Written at most once in ten minutes, so that reading pages does not write rows. */
    @SqlUpdate("""
            update session set last_seen_at = :now
            where token_hash = :tokenHash and last_seen_at < cast(:now as timestamptz) - interval '10 minutes'
            """)
    void seen(byte[] tokenHash, Instant now);

    @SqlUpdate("delete from session where token_hash = :tokenHash")
    void end(byte[] tokenHash);

    @SqlUpdate("delete from session where last_seen_at < :before")
    void dropOld(Instant before);

    @SqlQuery("""
            select created_at, last_seen_at, address, agent, token_hash = :here as here
            from session where user_id = :user
            order by last_seen_at desc limit 50
            """)
    List<Session> sessions(long user, byte[] here);

    // API tokens

    /**
     * None for an account that has been disabled meanwhile.
     *
     * @param expiresAt null for one that does not end by itself
     */
    @SqlUpdate("""
            insert into api_token (user_id, name, token_hash, expires_at)
            select id, :name, :tokenHash, :expiresAt
            from app_user
            where id = :user and disabled_at is null
            for share
            """)
    void addToken(long user, String name, byte[] tokenHash, Instant expiresAt);

    @SqlQuery("select id, name, created_at, last_used_at, expires_at from api_token where user_id = :user order by id")
    List<ApiToken> tokens(long user);

    /** Its name, or empty when the person has no such token. */
    @SqlQuery("delete from api_token where id = :token and user_id = :user returning name")
    Optional<String> deleteToken(long user, long token);

    @SqlQuery("""
            select u.id, u.email, u.name, u.admin, u.created_at
            from api_token t join app_user u on u.id = t.user_id
            where t.token_hash = :tokenHash and u.disabled_at is null and (t.expires_at is null or t.expires_at > :now)
            """)
    Optional<User> userOfToken(byte[] tokenHash, Instant now);

    /** When the token ended, if that is what is wrong with it. */
    @SqlQuery("select expires_at from api_token where token_hash = :tokenHash and expires_at <= :now")
    Optional<Instant> ranOut(byte[] tokenHash, Instant now);

    @SqlUpdate("""
            update api_token set last_used_at = :now
            where token_hash = :tokenHash and (last_used_at is null or last_used_at < cast(:now as timestamptz) - interval '10 minutes')
            """)
    void tokenUsed(byte[] tokenHash, Instant now);
}
