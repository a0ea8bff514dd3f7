package codeframe.image.intake;

import codeframe.image.store.Picture;
import codeframe.image.store.PictureBytes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes a batch of files: bytes once per content, images once per project, and the ledger, all or nothing. */
final class PictureStore {
    private final Jdbi jdbi;
    private final long project;
    private final long importId;

    PictureStore(Jdbi jdbi, long project, long importId) {
        this.jdbi = jdbi;
        this.project = project;
        this.importId = importId;
    }

    /** A line of the ledger; {@code sha256} is empty where there is no picture. */
    record Line(Entry entry, String sha256, String verdict, String reason) {}

    public record Known(String sha256, long id) {}

    /** Images of the project by content. */
    Map<String, Long> known(Collection<String> contents) {
        return jdbi.withHandle(handle -> known(handle, contents));
    }

    private Map<String, Long> known(Handle handle, Collection<String> contents) {
        return byContent(handle.createQuery("""
                        select encode(sha256, 'hex') as sha256, id
                        from image
                        where project_id = :project and parent_id is null
                          and sha256 in (select decode(content, 'hex') from unnest(:contents) content)
                        """)
                .bind("project", project)
                .bind("contents", contents.toArray(String[]::new))
                .mapTo(Known.class)
                .list());
    }

    private static Map<String, Long> byContent(List<Known> rows) {
        var ids = new HashMap<String, Long>();
        rows.forEach(row -> ids.put(row.sha256(), row.id()));
        return ids;
    }

    /** Pictures that another import brought in meanwhile become duplicates. */
    void save(Collection<Picture> pictures, List<Line> lines) {
        jdbi.useTransaction(handle -> {
            // In the order of their keys: two imports that meet wait for each other instead of blocking both.
            var sorted = new TreeMap<String, Picture>();
            pictures.forEach(picture -> sorted.put(picture.sha256(), picture));
            PictureBytes.save(handle, sorted.values());
            // In the order of the upload, which becomes that of the gallery.
            var added = byContent(saveImages(handle, pictures));
            var all = known(handle, contents(lines));
            saveLedger(handle, lines, added, all);
        });
    }

    private static List<String> contents(List<Line> lines) {
        return lines.stream().map(Line::sha256).filter(sha -> !sha.isEmpty()).toList();
    }

    private List<Known> saveImages(Handle handle, Collection<Picture> pictures) {
        return handle.createQuery("""
                        insert into image (project_id, sha256, path, damaged, import_id)
                        select :project, decode(sha256, 'hex'), path, nullif(damaged, ''), :import
                        from unnest(:contents, :paths, :damages) as new (sha256, path, damaged)
                        on conflict (project_id, sha256) where parent_id is null do nothing
                        returning encode(sha256, 'hex') as sha256, id
                        """)
                .bind("project", project)
                .bind("import", importId)
                .bind("contents", pictures.stream().map(Picture::sha256).toArray(String[]::new))
                .bind("paths", pictures.stream().map(Picture::path).toArray(String[]::new))
                .bind("damages", pictures.stream().map(p -> p.taken().reason()).toArray(String[]::new))
                .mapTo(Known.class)
                .list();
    }

    private void saveLedger(Handle handle, List<Line> lines, Map<String, Long> added, Map<String, Long> all) {
        var ledger = handle.prepareBatch("""
                insert into import_item (import_id, part_id, position, path, verdict, reason, image_id)
                values (:import, :part, :position, :path, :verdict, nullif(:reason, ''), :image)
                on conflict (part_id, position) do nothing
                """);
        var first = new HashMap<>(added);
        for (Line line : lines) {
            boolean isNew = line.sha256().isEmpty() || first.remove(line.sha256()) != null;
            ledger.bind("import", importId)
                    .bind("part", line.entry().part())
                    .bind("position", line.entry().position())
                    .bind("path", line.entry().path())
                    .bind("verdict", isNew ? line.verdict() : "duplicate")
                    .bind("reason", isNew ? line.reason() : "")
                    .bind("image", all.get(line.sha256()))
                    .add();
        }
        if (!lines.isEmpty()) {
            ledger.execute();
        }
    }
}
