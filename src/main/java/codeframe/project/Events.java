package codeframe.project;

import codeframe.db.Json;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The audit trail: who did what to a project and when. */
public interface Events {
    /** One line of it; {@code who} is null when the program itself acted. */
    record Event(long id, Instant at, String who, String what, Json detail) {}

    /** @param what a sentence in the past without its subject, such as "published codebook version 2" */
    @SqlUpdate("insert into event (project_id, actor_id, what, detail) values (:project, :actor, :what, :detail)")
    void add(long project, Long actor, String what, Json detail);

    default void add(long project, Long actor, String what) {
        add(project, actor, what, Json.EMPTY);
    }

    @SqlQuery("""
            select e.id, e.at, u.name as who, e.what, e.detail
            from event e left join app_user u on u.id = e.actor_id
            where e.project_id = :project
            order by e.id desc limit :limit
            """)
    List<Event> latest(long project, int limit);
}
