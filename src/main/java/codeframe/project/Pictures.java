package codeframe.project;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** A few images of a project, shown where the project is named. */
public interface Pictures {
    record Picture(long projectId, long id, String path) {
        public String page() {
            return "/projects/" + projectId + "/images/" + id;
        }

        public String thumbnail() {
            return page() + "/file?width=256";
        }
    }

    /** The newest images of every project the person belongs to. */
    @SqlQuery("""
            select i.project_id, i.id, i.path
            from member m
            cross join lateral (
                select project_id, id, path from image where project_id = m.project_id and parent_id is null order by id desc limit :most) i
            where m.user_id = :user
            order by i.id desc
            """)
    List<Picture> ofUser(long user, int most);

    @SqlQuery("""
            select project_id, id, path from image
            where project_id = :project and parent_id is null
            order by id desc
            limit :most
            """)
    List<Picture> latest(long project, int most);
}
