package codeframe.llm.ask;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The pictures of posts and the frames of videos, as models are sent them. */
public interface UnitRows {
    /**
     * One of the images of the post or video that {@code lead} leads.
     *
     * @param medium the video that it is a frame of; a picture itself
     * @param tMs when a frame is seen, in milliseconds; null for a picture
     */
    record Part(long lead, long image, long medium, byte[] sha256, int width, int height, Integer tMs) {}

    /** In the order of each post, and of the time of each video. */
    @SqlQuery("""
            select u.lead_id as lead, u.image_id as image, coalesce(u.parent_id, u.image_id) as medium, i.sha256, b.width, b.height, i.t_ms
            from judged_image u
            join image i on i.id = u.image_id
            join blob b on b.sha256 = i.sha256
            left join image p on p.id = i.parent_id
            where u.project_id = :project and u.unit = :unit and u.lead_id = any(:leads)
            order by u.lead_id, u.position nulls last, coalesce(p.path, u.path), u.parent_id, u.t_ms, u.image_id
            """)
    List<Part> parts(long project, String unit, List<Long> leads);
}
