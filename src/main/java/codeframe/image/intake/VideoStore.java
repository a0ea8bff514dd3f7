package codeframe.image.intake;

import codeframe.image.video.TakenVideo;
import codeframe.image.video.VideoRows;
import java.io.IOException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes a video of an import with its frames and its line of the ledger, all or nothing. */
final class VideoStore {
    private final Jdbi jdbi;
    private final long project;
    private final long importId;

    VideoStore(Jdbi jdbi, long project, long importId) {
        this.jdbi = jdbi;
        this.project = project;
        this.importId = importId;
    }

    Optional<Long> known(String sha256) {
        return jdbi.withHandle(handle -> new VideoRows(handle, project).known(sha256));
    }

    /** A video that another import brought in meanwhile becomes a duplicate. */
    void save(Entry entry, TakenVideo video) throws IOException {
        jdbi.useTransaction(handle -> {
            var rows = new VideoRows(handle, project);
            var added = rows.add(video, entry.path(), importId);
            if (added.isPresent()) {
                var verdict = video.warning().isEmpty() ? "accepted" : "damaged";
                write(handle, entry, verdict, video.warning(), added);
            } else {
                write(handle, entry, "duplicate", "", rows.known(video.folder().sha256()));
            }
        });
    }

    void saveDuplicate(Entry entry, long image) {
        jdbi.useHandle(handle -> write(handle, entry, "duplicate", "", Optional.of(image)));
    }

    void saveRefusal(Entry entry, String reason) {
        jdbi.useHandle(handle -> write(handle, entry, "rejected", reason, Optional.empty()));
    }

    private void write(Handle handle, Entry entry, String verdict, String reason, Optional<Long> image) {
        handle.createUpdate("""
                        insert into import_item (import_id, part_id, position, path, verdict, reason, image_id)
                        values (:import, :part, :position, :path, :verdict, nullif(:reason, ''), :image)
                        on conflict (part_id, position) do nothing
                        """)
                .bind("import", importId)
                .bind("part", entry.part())
                .bind("position", entry.position())
                .bind("path", entry.path())
                .bind("verdict", verdict)
                .bind("reason", reason)
                .bind("image", image.orElse(null))
                .execute();
    }
}
