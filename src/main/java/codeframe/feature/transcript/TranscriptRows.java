package codeframe.feature.transcript;

import codeframe.db.Json;
import codeframe.image.Spoken;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Transcripts and the videos that they belong to. */
interface TranscriptRows {
    /** A path under which a video or a picture came in; the same content may have come in under several. */
    record Named(long id, String path, boolean video) {}

    @SqlQuery("""
            select named.id, named.path, named.video
            from (select id, path, medium = 'video' as video from image where project_id = :project and medium <> 'frame'
                  union
                  select item.image_id, item.path, i.medium = 'video'
                  from import_item item join image i on i.id = item.image_id
                  where i.project_id = :project and i.medium <> 'frame') named
            order by named.id, named.path
            """)
    List<Named> named(long project);

    /** @param text empty where nothing is said */
    record Said(long image, String outcome, String text, List<Spoken> segments) {
        static Said of(long image, Transcript transcript) {
            boolean spoken = !transcript.text().isEmpty();
            return new Said(
                    image,
                    spoken ? "done" : "empty",
                    transcript.text(),
                    transcript.segments().isEmpty() ? null : transcript.segments());
        }
    }

    /** @param rows as {@link Said} */
    @SqlUpdate("""
            insert into feature (source_id, kind, image_id, outcome, text, segments, words)
            select :source, 'transcript', r.image, r.outcome, r.text, nullif(r.segments, 'null'),
                   to_tsvector(:language::regconfig, left(r.text, 50000))
            from jsonb_to_recordset(:rows) as r(image bigint, outcome text, text text, segments jsonb)
            """)
    void add(long source, String language, Json rows);
}
