package codeframe.image;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The pictures of posts. */
public interface UnitPictures {
    /** One of the pictures of the post that {@code lead} leads. */
    record Part(long lead, long image, int width, int height) {}

    /** By lead, each post's in their order. */
    default Map<Long, List<Part>> ofPosts(long project, List<Long> leads) {
        return parts(project, leads).stream().collect(Collectors.groupingBy(Part::lead));
    }

    @SqlQuery("""
            select u.lead_id as lead, u.image_id as image, b.width, b.height
            from unit_image u
            join image i on i.id = u.image_id
            join blob b on b.sha256 = i.sha256
            where u.unit = 'post' and u.project_id = :project and u.lead_id = any(:leads)
            order by u.lead_id, u.position nulls last, u.path, u.image_id
            """)
    List<Part> parts(long project, List<Long> leads);
}
