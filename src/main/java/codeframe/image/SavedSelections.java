package codeframe.image;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Images under a name: a filter, or pictures ticked by hand. */
public interface SavedSelections {
    /**
     * One of them.
     *
     * @param note what people wrote on it, or empty
     * @param query the filter, empty for ticked pictures
     * @param images how many were ticked
     */
    record Saved(long id, String name, String note, String query, long images, String createdBy, Instant createdAt) {
        public boolean ticked() {
            return query.isEmpty();
        }

        /** What the gallery's address, a run and a sample name it by. */
        public String address() {
            return ticked() ? "selection=" + id : query;
        }

        public String words() {
            return FilterWords.of(ImageFilter.fromQuery(query));
        }
    }

    @SqlQuery("""
            select s.id, s.name, s.note, s.query, u.name as created_by, s.created_at,
                   (select count(*) from selection_image i where i.selection_id = s.id) as images
            from selection s left join app_user u on u.id = s.created_by
            where s.project_id = :project
            order by s.id desc
            """)
    List<Saved> selections(long project);

    @SqlQuery("""
            insert into selection (project_id, name, query, created_by) values (:project, :name, :query, :user)
            returning id
            """)
    long saveFilter(long project, long user, String name, String query);

    /** Pictures of another project are none of its pictures. */
    @SqlQuery("""
            with made as (
                insert into selection (project_id, name, created_by) values (:project, :name, :user) returning id),
            kept as (
                insert into selection_image (selection_id, image_id)
                select made.id, i.id from made, image i where i.project_id = :project and i.id = any(:images))
            select id from made
            """)
    long saveTicked(long project, long user, String name, Long[] images);
}
