package codeframe.image.intake;

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

    /** A picture to be kept. */
    record Picture(String sha256, byte[] bytes, String path, Taken taken) {}

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
                        where project_id = :project
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
            saveBytes(handle, sorted.values());
            // In the order of the upload, which becomes that of the gallery.
            var added = byContent(saveImages(handle, pictures));
            var all = known(handle, contents(lines));
            saveLedger(handle, lines, added, all);
        });
    }

    private static List<String> contents(List<Line> lines) {
        return lines.stream().map(Line::sha256).filter(sha -> !sha.isEmpty()).toList();
    }

    /** Bytes that were there already and are removed at this moment are stored anew. */
    private static void saveBytes(Handle handle, Collection<Picture> pictures) {
        if (!pictures.isEmpty()) {
            insertBytes(handle, pictures);
            if (held(handle, pictures) < pictures.size()) {
                insertBytes(handle, pictures);
            }
            insertThumbnails(handle, pictures);
        }
    }

    /** From now on nobody removes them. */
    private static int held(Handle handle, Collection<Picture> pictures) {
        return handle.createQuery("""
                        select encode(sha256, 'hex') from blob
                        where sha256 in (select decode(content, 'hex') from unnest(:contents) content)
                        order by sha256
                        for key share
                        """)
                .bind("contents", pictures.stream().map(Picture::sha256).toArray(String[]::new))
                .mapTo(String.class)
                .list()
                .size();
    }

    private static void insertBytes(Handle handle, Collection<Picture> pictures) {
        var blobs = handle.prepareBatch("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                values (decode(:sha256, 'hex'), :type, :width, :height, :size, :bytes)
                on conflict do nothing
                """);
        for (Picture picture : pictures) {
            blobs.bind("sha256", picture.sha256())
                    .bind("type", picture.taken().mediaType())
                    .bind("width", picture.taken().width())
                    .bind("height", picture.taken().height())
                    .bind("size", picture.bytes().length)
                    .bind("bytes", picture.bytes())
                    .add();
        }
        blobs.execute();
    }

    private static void insertThumbnails(Handle handle, Collection<Picture> pictures) {
        var thumbnails = handle.prepareBatch("""
                insert into thumbnail (sha256, width, media_type, bytes)
                values (decode(:sha256, 'hex'), :width, 'image/jpeg', :bytes)
                on conflict do nothing
                """);
        for (Picture picture : pictures) {
            picture.taken()
                    .thumbnails()
                    .forEach(thumbnail -> thumbnails
                            .bind("sha256", picture.sha256())
                            .bind("width", thumbnail.width())
                            .bind("bytes", thumbnail.bytes())
                            .add());
        }
        thumbnails.execute();
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
