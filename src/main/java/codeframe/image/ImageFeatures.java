package codeframe.image;

import codeframe.db.Json;
import codeframe.web.NumberText;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What features say of one image. Whoever codes it in an open sample is told nothing of what
 * machines saw; what a run by a model says of images of a sealed sample is told nobody. */
public interface ImageFeatures {
    /** One feature from one version of a source; {@code error} is null unless it failed, {@code remark} unless it is not of the whole. */
    record Known(
            long sourceId,
            String source,
            int version,
            String kind,
            String outcome,
            String text,
            Json things,
            Json segments,
            String error,
            String remark) {
        public String label() {
            return FeatureKind.ofWord(kind).orElseThrow().label();
        }

        public List<Detection> detections() {
            return things.as(new TypeReference<List<Detection>>() {});
        }

        /** Of a transcript with times its parts, else none. */
        public List<Spoken> spoken() {
            return segments == null ? List.of() : segments.as(new TypeReference<List<Spoken>>() {});
        }

        public List<Detection> boxes() {
            return detections().stream().filter(Detection::hasPlace).toList();
        }

        /** In a sentence or less. */
        public String said() {
            return switch (outcome) {
                case "done" -> FeatureKind.ofWord(kind).orElseThrow().isList() ? list() : text;
                case "empty" -> kind.equals(FeatureKind.TRANSCRIPT.word()) ? "nothing said" : "none found";
                case "silent" -> "the sound track is silent";
                case "no_audio" -> "no sound track";
                case "error" -> "failed: " + error;
                case "refused" -> "refused" + (error == null ? "" : ": " + error);
                default -> "the file could not be read" + (error == null ? "" : ": " + error);
            };
        }

        private String list() {
            return detections().stream()
                    .map(one -> one.name()
                            + (one.confidence() == null ? "" : " " + NumberText.decimal(one.confidence(), 2)))
                    .collect(Collectors.joining(", "));
        }
    }

    @SqlQuery("""
            select s.id as source_id, s.name as source, s.version, f.kind, f.outcome, f.text, f.things, f.segments, f.error,
                   f.remark
            from feature f join feature_source s on s.id = f.source_id
            where s.project_id = :project and f.image_id = :image
              and (s.origin <> 'model' or f.image_id not in (select image_id from sealed_image where project_id = :project))
              and not exists (select from blind_image b
                              where b.project_id = :project and b.image_id = :image and b.user_id = :viewer)
            order by array_position(array['caption', 'text', 'objects', 'labels', 'transcript', 'note'], f.kind),
                     lower(s.name), s.version desc
            """)
    List<Known> of(long project, long image, long viewer);
}
