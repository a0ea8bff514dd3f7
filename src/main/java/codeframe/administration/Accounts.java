package codeframe.administration;

import codeframe.user.Credentials;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** All accounts of the installation, for its administrators. One of these always remains. */
public interface Accounts extends Credentials {
    /** {@code lastSeenAt} is null for somebody who was never signed in, or not for long. */
    record Account(
            long id,
            String name,
            String email,
            boolean admin,
            Instant disabledAt,
            Instant createdAt,
            Instant lastSeenAt,
            long projects) {
        public boolean disabled() {
            return disabledAt != null;
        }
    }

    @SqlQuery("""
            select u.id, u.name, u.email, u.admin, u.disabled_at, u.created_at,
                   greatest((select max(last_seen_at) from session where user_id = u.id),
                            (select max(last_at) from known_browser where user_id = u.id),
                            (select max(last_used_at) from api_token where user_id = u.id)) as last_seen_at,
                   (select count(*) from member where user_id = u.id) as projects
            from app_user u
            where strpos(lower(u.name || ' ' || u.email), lower(:search)) > 0
            order by lower(u.name), u.id
            limit :limit
            """)
    List<Account> accounts(String search, int limit);

    @SqlQuery("""
            select u.id, u.name, u.email, u.admin, u.disabled_at, u.created_at,
                   cast(null as timestamptz) as last_seen_at,
                   (select count(*) from member where user_id = u.id) as projects
            from app_user u
            where u.id = :account
            """)
    Optional<Account> account(long account);

    @SqlQuery("select count(*) from app_user where strpos(lower(name || ' ' || email), lower(:search)) > 0")
    long count(String search);

    /** Projects that have no owner who can sign in but this one. */
    @SqlQuery("""
            select count(*)
            from member m
            where m.user_id = :account and m.role = 'owner'
              and not exists (
                  select 1 from member other join app_user u on u.id = other.user_id
                  where other.project_id = m.project_id and other.role = 'owner' and other.user_id <> :account
                    and u.disabled_at is null)
            """)
    long ownedAlone(long account);

    /** Locked, so that two who leave at the same moment do not both take the other for the one who remains. */
    @SqlQuery("select id from app_user where admin and disabled_at is null order by id for update")
    List<Long> administrators();

    @SqlUpdate("update app_user set admin = :admin where id = :account")
    void setAdmin(long account, boolean admin);

    @SqlUpdate("update app_user set disabled_at = :at where id = :account")
    void setDisabled(long account, Instant at);

    /** False when nobody would be left. */
    @Transaction
    default boolean makeAdministrator(long account, boolean make) {
        if (!make && administrators().equals(List.of(account))) {
            return false;
        }
        setAdmin(account, make);
        return true;
    }

    /** Empty when no administrator would be left; else every way in is closed. */
    @Transaction
    default Optional<Ended> disable(long account, Instant now) {
        if (administrators().equals(List.of(account))) {
            return Optional.empty();
        }
        setDisabled(account, now);
        return Optional.of(end(account, NONE, NONE));
    }
}
