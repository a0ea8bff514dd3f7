package codeframe.user;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The audit trail of accounts: who did what to whose. */
public interface AccountEvents {
    /** One line of it; {@code who} is null when the program itself acted. */
    record Event(long id, Instant at, String who, String account, String what) {}

    /** @param what a sentence in the past without its subject, such as "changed the password" */
    @SqlUpdate("insert into account_event (user_id, actor_id, what) values (:user, :actor, :what)")
    void add(long user, Long actor, String what);

    @SqlQuery("""
            select e.id, e.at, actor.name as who, u.email as account, e.what
            from account_event e
            join app_user u on u.id = e.user_id
            left join app_user actor on actor.id = e.actor_id
            where e.user_id = :user
            order by e.id desc limit :limit
            """)
    List<Event> ofUser(long user, int limit);

    @SqlQuery("""
            select e.id, e.at, actor.name as who, u.email as account, e.what
            from account_event e
            join app_user u on u.id = e.user_id
            left join app_user actor on actor.id = e.actor_id
            order by e.id desc limit :limit
            """)
    List<Event> latest(int limit);
}
