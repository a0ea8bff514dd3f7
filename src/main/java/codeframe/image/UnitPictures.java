package codeframe.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The pictures and videos of posts, and the frames of videos. */
public interface UnitPictures {
    /** One of the pictures of the post that {@code lead} leads. */
    record Part(long lead, long image, int width, int height) {
        public ShownPicture shown(long project, Map<Long, ShownVideo> videos) {
            return ShownPicture.of(project, image, width, height, videos.get(image));
        }
    }

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

    /** One of the frames of a video; {@code frame} and {@code ms} are null of a video that has none. */
    record VideoFrame(long video, double rate, int durationMs, Long frame, Integer ms) {}

    /** Those of the images that are videos. */
    default Map<Long, ShownVideo> videos(long project, List<Long> images) {
        var videos = new HashMap<Long, ShownVideo>();
        framesOf(project, images).stream()
                .collect(Collectors.groupingBy(VideoFrame::video))
                .forEach((video, frames) -> videos.put(video, ShownVideo.of(project, frames)));
        return videos;
    }

    @SqlQuery("""
            select i.id as video, v.rate, v.duration_ms, f.id as frame, f.t_ms as ms
            from image i
            join video v on v.sha256 = i.sha256
            left join image f on f.parent_id = i.id
            where i.project_id = :project and i.medium = 'video' and i.id = any(:images)
            order by i.id, f.t_ms
            """)
    List<VideoFrame> framesOf(long project, List<Long> images);
}
