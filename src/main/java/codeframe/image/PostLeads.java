package codeframe.image;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/**
 * Under which picture a post is coded: one that no earlier post showed, and once it is chosen the same as long as it is of
 * the post, whatever is imported later. A post all of whose pictures were shown by earlier ones has none.
 */
public interface PostLeads {
    @Transaction
    default void settle(long project) {
        forget(project);
        choose(project);
    }

    /** Corrections may give a picture to another post. */
    @SqlUpdate("""
            update post p set lead_id = null
            from image i
            where p.project_id = :project and i.id = p.lead_id and i.post_id is distinct from p.id
            """)
    void forget(long project);

    /**
     * A picture under which its post was drawn into a sample before the table was read again stays its lead. A video leads
     * only where there is no picture: machines judge pictures.
     */
    @SqlUpdate("""
            update post p set lead_id = n.id
            from (select distinct on (q.id) q.id as post, i.id
                  from post q join image i on i.post_id = q.id and i.parent_id is null
                  where q.project_id = :project and q.lead_id is null
                  order by q.id,
                           exists (select from sample_image m join sample s on s.id = m.sample_id
                                   where m.image_id = i.id and s.unit = 'post') desc,
                           i.medium = 'video', i.position nulls last, i.path, i.id) n
            where p.id = n.post
            """)
    void choose(long project);

    /** Posts that show only pictures of earlier posts. */
    @SqlQuery("select count(*) from post where project_id = :project and lead_id is null")
    long without(long project);
}
