package codeframe.llm.speech;

import codeframe.db.Json;
import codeframe.image.Spoken;
import codeframe.image.video.SoundPart;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Which videos can be written down, and what became of those that were. */
public interface SpeechRows {
    /** @param soundMs of videos that were imported before it was noted, to the end of the last frame */
    record Video(long id, int soundMs, boolean audio) {}

    /** @param again those too that have a transcript, of whatever source; none that waits for one already */
    @SqlQuery("""
            select i.id, coalesce(v.sound_ms, v.duration_ms) as sound_ms, v.audio
            from image i join video v on v.sha256 = i.sha256
            where i.project_id = :project and i.id = any(:images) and i.medium = 'video'
              and (:again or not exists (select from feature f where f.image_id = i.id and f.kind = 'transcript'
                                         and f.outcome in ('done', 'empty', 'silent', 'no_audio')))
              and not exists (select from feature_waiting w join feature_source s on s.id = w.source_id
                              where w.image_id = i.id and s.origin = 'speech' and s.state = 'running')
            order by i.id
            """)
    List<Video> videos(long project, List<Long> images, boolean again);

    @SqlUpdate("""
            insert into feature_waiting (source_id, image_id)
            select :source, id from image where project_id = :project and id = any(:images) and medium = 'video'
            """)
    void addWaiting(long project, long source, List<Long> images);

    /**
     * The outcome takes the place of the wait; a video that was removed meanwhile has none.
     *
     * @param segments as {@link codeframe.image.Spoken}s; null where no times are known
     */
    @SqlUpdate("""
            with came as (
                delete from feature_waiting where source_id = :source and image_id = :image returning image_id)
            insert into feature (source_id, kind, image_id, outcome, text, segments, error, remark, words)
            select :source, 'transcript', image_id, :outcome, :text, cast(:segments as jsonb), :error,
                   nullif(:remark, ''), to_tsvector(:language::regconfig, left(:text, 50000))
            from came
            on conflict (source_id, kind, image_id) do nothing
            """)
    void settle(
            long source,
            String language,
            long image,
            String outcome,
            String text,
            Json segments,
            String error,
            String remark);

    default void settle(SpeechTurn turn, SpokenVideo video) {
        settle(
                turn.source(),
                turn.going().language(),
                turn.image(),
                video.outcome(),
                video.text(),
                video.times(),
                video.error(),
                video.remark());
    }

    /**
     * What came of a part of a sound.
     *
     * @param segments with the times of the whole, null where no times are known
     */
    record Part(int fromMs, int toMs, String outcome, String text, Json segments, String error) {
        boolean isFailed() {
            return !outcome.equals("answered");
        }

        List<Spoken> spoken() {
            return segments == null ? List.of() : segments.as(new TypeReference<List<Spoken>>() {});
        }
    }

    @SqlQuery("""
            select from_ms, to_ms, outcome, text, segments, error from speech_part
            where source_id = :source and image_id = :image order by from_ms
            """)
    List<Part> parts(long source, long image);

    @SqlUpdate("""
            insert into speech_part (source_id, image_id, from_ms, to_ms, outcome, text, segments, error)
            select :source, id, :from, :to, :outcome, :text, cast(:segments as jsonb), :error from image where id = :image
            on conflict do nothing
            """)
    void add(long source, long image, long from, long to, String outcome, String text, Json segments, String error);

    default void failed(SpeechTurn turn, SoundPart part, String outcome, String error) {
        add(turn.source(), turn.image(), part.from(), part.to(), outcome, "", null, error);
    }

    @SqlUpdate("delete from speech_part where source_id = :source and image_id = :image")
    void dropParts(long source, long image);

    /** The parts become one. */
    @Transaction
    default void join(SpeechTurn turn, SpokenVideo video) {
        settle(turn, video);
        dropParts(turn.source(), turn.image());
    }

    /** Whoever works on it still does: a long sound takes its time. @return false once it is stopped or removed */
    @SqlUpdate("""
            update feature_waiting w set claimed_at = now()
            from feature_source s
            where s.id = w.source_id and s.state = 'running' and w.source_id = :source and w.image_id = :image
            """)
    boolean hold(long source, long image);

    /**
     * How it went of late.
     *
     * @param failures of this video since it was answered last; a server that is busy does not count, nor that a sound is too long for it
     * @param silence requests since the source was answered last, of whatever video
     * @param silentVideos that they were about
     */
    record History(int failures, int silence, int silentVideos) {}

    @SqlQuery("""
            select count(*) filter (where image_id = :image) as failures, count(*) as silence,
                   count(distinct image_id) as silent_videos
            from llm_request
            where source_id = :source and state in ('failed', 'lost') and coalesce(status, 0) not in (413, 429)
              and id > coalesce((select max(id) from llm_request where source_id = :source and state = 'answered'), 0)
            """)
    History history(long source, long image);

    /** Whether the source has got any transcript by now. */
    @SqlQuery("select exists (select from llm_request where source_id = :source and state = 'answered')")
    boolean isAnswered(long source);

    @SqlQuery("""
            select settings from feature_source where project_id = :project and origin = 'speech' order by id desc limit 1
            """)
    Optional<Json> lastSettings(long project);
}
