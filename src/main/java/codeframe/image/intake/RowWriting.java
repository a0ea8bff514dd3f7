package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.table.Field;
import codeframe.image.table.RowReader;
import codeframe.web.Secrets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes what rows say onto their images and posts. */
final class RowWriting {
    private static final int LONGEST = 300;

    private final Handle handle;
    private final long project;
    private final Map<Long, ImportTables.Table> tables = new HashMap<>();
    private final Map<Long, RowReader> readers = new HashMap<>();

    RowWriting(Handle handle, long project, List<ImportTables.Table> tables) {
        this.handle = handle;
        this.project = project;
        for (ImportTables.Table table : tables) {
            this.tables.put(table.id(), table);
            readers.put(table.id(), new RowReader(TableReading.mapping(table), table.columns()));
        }
    }

    /** The row that an image carries. */
    public record Carried(long image, long row, long table, List<String> cells) {}

    void write(List<Carried> rows) {
        var posts = handle.prepareBatch("""
                insert into post (project_id, external_id, account, posted_at, text, url)
                values (:project, :post, nullif(:account, ''), :posted_at, nullif(:text, ''), nullif(:url, ''))
                on conflict (project_id, external_id, account) do update
                set posted_at = excluded.posted_at, text = excluded.text, url = excluded.url
                """);
        var images = handle.prepareBatch("""
                update image
                set account = nullif(:account, ''), posted_at = :posted_at, kind = nullif(:kind, ''), metadata = :metadata,
                    post_id = (select id from post where project_id = :project and external_id = :post
                                 and account is not distinct from nullif(:account, ''))
                where id = :image and project_id = :project
                """);
        Map<List<Object>, Map<String, Object>> byPost = new LinkedHashMap<>();
        for (Carried row : rows) {
            var values = values(row);
            images.bindMap(values).add();
            if (!values.get("post").equals("")) {
                byPost.put(List.of(values.get("post"), values.get("account")), values);
            }
        }
        byPost.values().forEach(values -> posts.bindMap(values).add());
        if (!byPost.isEmpty()) {
            posts.execute();
        }
        images.execute();
    }

    private Map<String, Object> values(Carried row) {
        var reader = readers.get(row.table());
        Map<String, Object> values = new HashMap<>();
        for (Field field : Field.values()) {
            values.put(field.key(), reader.text(field, row.cells()));
        }
        for (Field field : List.of(Field.ACCOUNT, Field.KIND)) {
            values.computeIfPresent(field.key(), (key, text) -> indexed(text.toString()));
        }
        Instant postedAt = reader.postedAt(row.cells()).orElse(null);
        values.put("posted_at", postedAt);
        values.put("post", post(reader, row, values));
        values.put("image", row.image());
        values.put("project", project);
        values.put("metadata", metadata(row));
        return values;
    }

    // Without an id the address tells a post, and without both its row does, so that its text is not lost.
    private static String post(RowReader reader, Carried row, Map<String, Object> values) {
        String id = reader.post(row.cells());
        if (!id.isEmpty()) {
            return indexed(id);
        } else if (!values.get("url").equals("")) {
            return indexed(values.get("url").toString());
        } else {
            return values.get("text").equals("") ? "" : "row " + row.row();
        }
    }

    /** Posts are told apart and images filtered by it, through an index that holds no long texts. The metadata has all of it. */
    private static String indexed(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… " + HexFormat.of().formatHex(Secrets.hash(text), 0, 8);
    }

    private Json metadata(Carried row) {
        var columns = tables.get(row.table()).columns();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            metadata.put(columns.get(i), row.cells().get(i));
        }
        return Json.of(metadata);
    }
}
