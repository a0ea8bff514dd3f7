package codeframe.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/**
 * One-time links with which somebody who forgot the password chooses a new one. Whoever makes a link could use it
 * themselves, so nobody may make one for an account that has rights which they lack; that is asked when the link is made
 * and again when it is used.
 */
public interface ResetLinks extends Credentials {
    int HOURS = 24;

    /** A link as whoever follows it meets it; {@code createdBy} is null for one that was made at the computer itself. */
    record Link(long userId, String email, String name, Long createdBy) {}

    /**
     * Whose password this person may reset: an administrator's everybody else's, an owner's of those who are no
     * administrators and have no project that the owner does not own. (A coder of somebody else's project codes there as
     * nobody but themselves.)
     */
    @SqlQuery("""
            select target.id
            from app_user maker join app_user target on target.id <> maker.id
            where maker.id = :maker
              and maker.disabled_at is null
              and target.disabled_at is null
              and (maker.admin
                   or not target.admin
                      and exists (select 1 from member where user_id = target.id)
                      and not exists (
                          select 1 from member theirs
                          where theirs.user_id = target.id
                            and not exists (
                                select 1 from member mine
                                where mine.project_id = theirs.project_id
                                  and mine.user_id = maker.id
                                  and mine.role = 'owner')))
            """)
    List<Long> resettable(long maker);

    /** The link made before ends. */
    @SqlUpdate("""
            insert into reset_link (user_id, token_hash, created_by, expires_at)
            values (:user, :tokenHash, :maker, :expiresAt)
            on conflict (user_id) do update
            set token_hash = excluded.token_hash, created_by = excluded.created_by, expires_at = excluded.expires_at
            """)
    void put(long user, byte[] tokenHash, Long maker, Instant expiresAt);

    @SqlQuery("""
            select u.id as user_id, u.email, u.name, l.created_by
            from reset_link l join app_user u on u.id = l.user_id
            where l.token_hash = :tokenHash and l.expires_at > :now and u.disabled_at is null
            """)
    Optional<Link> find(byte[] tokenHash, Instant now);

    /** Empty also when whoever made it may no longer: they left the project, or the account has joined another. */
    default Optional<Link> open(byte[] tokenHash, Instant now) {
        return find(tokenHash, now)
                .filter(link ->
                        link.createdBy() == null || resettable(link.createdBy()).contains(link.userId()));
    }

    @SqlUpdate("delete from reset_link where token_hash = :tokenHash")
    int take(byte[] tokenHash);

    /** Empty when somebody else used the link first. */
    @Transaction
    default Optional<Ended> use(byte[] tokenHash, long user, String passwordHash) {
        return take(tokenHash) == 0 ? Optional.empty() : Optional.of(change(user, passwordHash, NONE, NONE));
    }
}
