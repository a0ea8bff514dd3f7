package codeframe.removal;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What was removed from a project. */
public interface Removals {
    int MOST = 200;

    /**
     * Images that went at once.
     *
     * @param importId the import that was undone, or null
     * @param hung what went with them, in words
     * @param paths of the first few
     * @param samples that had drawn some of them
     */
    record Removal(
            long id,
            Instant removedAt,
            String who,
            Long importId,
            long images,
            String reason,
            List<String> hung,
            List<String> paths,
            List<String> samples) {}

    @SqlQuery("""
            select r.id, r.removed_at, coalesce(u.name, 'somebody who has left') as who, r.import_id, r.images, r.reason,
                   r.hung,
                   array(select path from removed_image where removal_id = r.id order by image_id limit 3) as paths,
                   array(select distinct s.name from sample s join removed_unit d on d.sample_id = s.id
                         join removed_image i on i.image_id = d.image_id
                         where i.removal_id = r.id order by s.name) as samples
            from removal r left join app_user u on u.id = r.removed_by
            where r.project_id = :project
            order by r.id desc
            limit 200
            """)
    List<Removal> ofProject(long project);
}
