package codeframe.llm.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The administrator's list of computers inside the network that may be LLM servers; while it is empty all may. */
public interface AllowedPlaces {
    /** {@code who} is empty when their account is gone. */
    record Entry(long id, String place, String note, String who, Instant addedAt) {}

    @SqlQuery("""
            select p.id, p.place, p.note, coalesce(u.name, '') as who, p.added_at
            from llm_place p left join app_user u on u.id = p.added_by
            order by p.place
            """)
    List<Entry> all();

    @SqlQuery("select place from llm_place order by place")
    List<String> places();

    /** 0 when it is there already. */
    @SqlUpdate("""
            insert into llm_place (place, note, added_by) values (:place, :note, :user)
            on conflict (place) do nothing
            """)
    int add(String place, String note, long user);

    /** The place that was taken off, or empty when it was not there. */
    @SqlQuery("delete from llm_place where id = :id returning place")
    Optional<String> remove(long id);

    /** Servers of projects with the address of each, for the administrator to see whom a list would stop. */
    record Used(String project, String server, String baseUrl) {}

    @SqlQuery("""
            select p.name as project, s.name as server, s.base_url
            from llm_server s join project p on p.id = s.project_id
            where s.removed_at is null
            order by lower(p.name), lower(s.name)
            limit 500
            """)
    List<Used> used();
}
