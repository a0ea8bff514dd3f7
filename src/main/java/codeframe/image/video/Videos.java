package codeframe.image.video;

import codeframe.db.Json;
import codeframe.web.NumberText;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Videos of a project, their frames, and their bytes piece by piece. */
public interface Videos {
    /**
     * @param rule by which its frames were chosen
     * @param wanted by which they are to be chosen anew, null as a rule; {@code failure} says why that failed
     */
    record Facts(
            String container,
            String codec,
            boolean audio,
            int durationMs,
            int rotation,
            int frames,
            double rate,
            Json rule,
            Json wanted,
            String failure) {
        public String inWords() {
            return container + ", " + codec + ", " + NumberText.count(frames, "frame", "frames") + " decoded"
                    + (rate > 0 ? ", about " + NumberText.decimal(rate, rate < 10 ? 1 : 0) + " a second" : "");
        }

        public FrameRule chosenBy() {
            return FrameRule.of(rule.tree());
        }
    }

    @SqlQuery("""
            select v.container, v.codec, v.audio, v.duration_ms, v.rotation, v.frames, v.rate, c.rule,
                   c.wanted, c.failure
            from image i
            join video v on v.sha256 = i.sha256
            join frame_choice c on c.image_id = i.id
            where i.project_id = :project and i.id = :image
            """)
    Optional<Facts> facts(long project, long image);

    record Frame(long id, String path, int ms, int shot) {}

    @SqlQuery("""
            select id, path, t_ms as ms, shot from image
            where project_id = :project and parent_id = :video
            order by t_ms
            """)
    List<Frame> frames(long project, long video);

    /**
     * Where a frame belongs.
     *
     * @param before the frame before it in the same video, null of the first
     */
    record Place(long video, String path, int ms, int shot, Long before, Long after) {}

    @SqlQuery("""
            select v.id as video, v.path, f.t_ms as ms, f.shot,
                   (select b.id from image b where b.parent_id = v.id and b.t_ms < f.t_ms order by b.t_ms desc limit 1)
                       as before,
                   (select a.id from image a where a.parent_id = v.id and a.t_ms > f.t_ms order by a.t_ms limit 1) as after
            from image f join image v on v.id = f.parent_id
            where f.project_id = :project and f.id = :frame
            """)
    Optional<Place> place(long project, long frame);

    /** Where the bytes of a video lie. */
    record Stored(String sha256, String mediaType, long size) {}

    @SqlQuery("""
            select encode(i.sha256, 'hex') as sha256, b.media_type, b.size
            from image i join blob b on b.sha256 = i.sha256
            where i.project_id = :project and i.id = :image and i.medium = 'video'
            """)
    Optional<Stored> stored(long project, long image);

    /** The sound was decoded: from now on its length is known, and not what the header says. */
    @SqlUpdate(
            "update video set sound_ms = :ms where sha256 = decode(:sha256, 'hex') and sound_ms is distinct from :ms")
    void heard(String sha256, int ms);

    @SqlQuery("select bytes from blob_chunk where sha256 = decode(:sha256, 'hex') and number = :number")
    Optional<byte[]> piece(String sha256, int number);
}
