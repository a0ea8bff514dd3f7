package codeframe.report.regression;

import codeframe.db.Json;
import codeframe.report.study.Scope;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The images of a project with what is known of them besides their codes. */
public interface RegressionRows {
    /** {@code postId}, {@code post} (as the platform names it), {@code video} (of a frame), {@code account}, {@code postedAt} and {@code tableId} are null where nothing is known. */
    record Image(
            long image,
            String path,
            Long postId,
            String post,
            Long video,
            String account,
            Instant postedAt,
            Long tableId,
            List<String> cells,
            Json metadata) {
        /** What it is a part of: a post, or of a frame its video where no post shows that. */
        String whole() {
            return postId != null ? "post-" + postId : video != null ? "video-" + video : null;
        }
    }

    @SqlQuery("""
            select i.id as image, i.path, p.id as post_id, p.external_id as post, i.parent_id as video, i.account, i.posted_at, r.table_id,
                   coalesce(r.cells, '{}') as cells, i.metadata
            from image i
            left join image v on v.id = i.parent_id
            left join post p on p.id = coalesce(i.post_id, v.post_id)
            left join import_row r on r.id = i.row_id
            where i.project_id = :project
              and ((:in.account = '' or i.account = :in.account)
                   and (:in.from = '' or i.posted_at >= cast(nullif(:in.from, '') as date))
                   and (:in.to = '' or i.posted_at < cast(nullif(:in.to, '') as date) + 1)
                   or i.id in (select image_id from appearance
                               where project_id = :project
                                 and (:in.account = '' or account = :in.account)
                                 and (:in.from = '' or posted_at >= cast(nullif(:in.from, '') as date))
                                 and (:in.to = '' or posted_at < cast(nullif(:in.to, '') as date) + 1)))
            order by i.id
            """)
    List<Image> images(long project, @BindMethods("in") Scope scope);
}
