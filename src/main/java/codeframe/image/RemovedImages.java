package codeframe.image;

import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Images that were there. */
public interface RemovedImages {
    record Gone(Instant at, String who, String reason) {
        public String sentence() {
            return "This image was removed from the project by " + who + ", " + NumberText.moment(at) + ": \"" + reason
                    + "\".";
        }
    }

    @SqlQuery("""
            select r.removed_at as at, coalesce(u.name, 'somebody who has left') as who, r.reason
            from removed_image i
            join removal r on r.id = i.removal_id
            left join app_user u on u.id = r.removed_by
            where i.project_id = :project and i.image_id = :image
            """)
    Optional<Gone> gone(long project, long image);

    /** Why there is no such image: it was removed, or never was. */
    default Problem absent(long project, long image, String what) {
        return gone(project, image)
                .<Problem>map(gone -> new Problem.Gone(gone.sentence()))
                .orElseGet(() -> new Problem.NotFound(what));
    }
}
