package codeframe.report.study;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Images by their numbers, for the pages that show what is behind a figure. */
public interface CellImages {
    /** {@code post} is the one that the image leads, or null. */
    record Named(long id, String path, Long post) {}

    /** Whoever codes a sample sees nobody's codes for it. */
    @SqlQuery("""
            select i.id, i.path, p.id as post from image i
            left join post p on p.lead_id = i.id
            where i.project_id = :project and i.id = any(:images)
              and i.id not in (select image_id from blind_image where project_id = :project and user_id = :user)
            order by i.id
            """)
    List<Named> named(long project, long user, List<Long> images);
}
