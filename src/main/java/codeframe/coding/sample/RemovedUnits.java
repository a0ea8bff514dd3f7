package codeframe.coding.sample;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Images that a sample drew and that were taken out of the project since. */
public interface RemovedUnits {
    int MOST = 50;

    /**
     * One of them.
     *
     * @param codings by people, gone with it
     * @param gold whether it had gold
     */
    record Unit(String path, Instant removedAt, String who, String reason, long codings, boolean gold) {}

    @SqlQuery("""
            select i.path, r.removed_at, coalesce(u.name, 'somebody who has left') as who, r.reason, d.codings, d.gold
            from removed_unit d
            join removed_image i on i.image_id = d.image_id
            join removal r on r.id = i.removal_id
            left join app_user u on u.id = r.removed_by
            where i.project_id = :project and d.sample_id = :sample
            order by r.id desc, i.image_id
            """)
    List<Unit> of(long project, long sample);
}
