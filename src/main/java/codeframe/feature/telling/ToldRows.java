package codeframe.feature.telling;

import codeframe.db.Json;
import codeframe.image.Detection;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The features that a run tells of its images. */
public interface ToldRows {
    /**
     * @param text its beginning
     * @param length of the whole text, in characters
     * @param remark what of the image it does not cover, and why; else null
     */
    record Told(
            long image,
            long source,
            String kind,
            String outcome,
            String text,
            long length,
            Json things,
            String remark) {
        boolean isOf(FeatureReading reading) {
            return source == reading.source() && kind.equals(reading.kind());
        }

        List<Detection> detections() {
            return things.as(new TypeReference<List<Detection>>() {});
        }
    }

    /** @param most characters of a text */
    @SqlQuery("""
            select f.image_id as image, f.source_id as source, f.kind, f.outcome, left(f.text, :most) as text,
                   length(f.text) as length, f.things, f.remark
            from feature f join feature_source s on s.id = f.source_id
            where s.project_id = :project and f.image_id = any(:images) and f.source_id = any(:sources)
            """)
    List<Told> told(long project, List<Long> images, List<Long> sources, int most);

    /** Which of these sources the project still has, and no longer reads. */
    @SqlQuery("""
            select s.id from feature_source s left join run r on r.id = s.run_id
            where s.project_id = :project and s.id = any(:sources) and s.state <> 'running'
              and (r.id is null or r.state not in ('queued', 'running', 'paused'))
            """)
    List<Long> ready(long project, List<Long> sources);
}
