package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.table.ColumnMapping;
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

    /** A row and the image that it describes; {@code over} is the row that described its file until now, or 0. */
    public record Carried(long image, long row, long table, List<String> cells, long over) {}

    /** What tells the post of a row from others: its id, and its account. */
    record PostKey(String post, String account) {
        static final PostKey NONE = new PostKey("", "");
    }

    PostKey key(Carried row) {
        var values = values(row);
        var post = values.get("post").toString();
        return post.isEmpty()
                ? PostKey.NONE
                : new PostKey(post, values.get("account").toString());
    }

    /** What the row says, by column. */
    Map<String, String> cells(Carried row) {
        return cells(tables.get(row.table()).columns(), row.cells());
    }

    /** The same by the names that an earlier table has for its columns. */
    Map<String, String> cells(Carried row, ColumnMapping earlier, List<String> earlierColumns) {
        var table = tables.get(row.table());
        return new CorrectedColumns(earlier, earlierColumns, TableReading.mapping(table), table.columns())
                .cells(table.columns(), row.cells());
    }

    static Map<String, String> cells(List<String> columns, List<String> cells) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            all.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return all;
    }

    /** Onto the images: of each it is the first post, or the only one. */
    void writeFirst(List<Carried> rows) {
        writePosts(rows);
        write(rows, """
                update image
                set row_id = :row, account = nullif(:account, ''), posted_at = :posted_at, kind = nullif(:kind, ''),
                    metadata = :metadata,
                    post_id = (select id from post where project_id = :project and external_id = :post
                                 and account is not distinct from nullif(:account, ''))
                where id = :image and project_id = :project
                """);
    }

    /** As further posts that show the images; one that is there already stays as it is. */
    void writeFurther(List<Carried> rows) {
        writePosts(rows);
        write(rows, """
                insert into appearance (project_id, image_id, row_id, post_id, account, posted_at, kind)
                values (:project, :image, :row,
                        (select id from post where project_id = :project and external_id = :post
                           and account is not distinct from nullif(:account, '')),
                        nullif(:account, ''), :posted_at, nullif(:kind, ''))
                on conflict (image_id, post_id) do nothing
                """);
    }

    /** Onto what the row {@code over} described until now, be it first or further. */
    void writeOver(List<Carried> rows) {
        var first = first(rows);
        writePosts(rows);
        write(rows, """
                update appearance a
                set row_id = :row, account = nullif(:account, ''), posted_at = :posted_at, kind = nullif(:kind, ''),
                    post_id = p.id
                from (values (1)) one left join post p
                  on p.project_id = :project and p.external_id = :post
                     and p.account is not distinct from nullif(:account, '')
                where a.image_id = :image and a.row_id = :over
                  and not exists (select from appearance b
                                  where b.image_id = a.image_id and b.id <> a.id and b.post_id is not distinct from p.id)
                """);
        writeFirst(first);
    }

    private List<Carried> first(List<Carried> rows) {
        var images = handle.createQuery("""
                        select i.id
                        from unnest(:images, :overs) as o (image, row) join image i on i.id = o.image and i.row_id = o.row
                        """)
                .bindArray(
                        "images", Long.class, rows.stream().map(Carried::image).toList())
                .bindArray("overs", Long.class, rows.stream().map(Carried::over).toList())
                .mapTo(Long.class)
                .set();
        return rows.stream().filter(row -> images.contains(row.image())).toList();
    }

    private void write(List<Carried> rows, String sql) {
        if (!rows.isEmpty()) {
            var batch = handle.prepareBatch(sql);
            rows.forEach(row -> batch.bindMap(values(row)).add());
            batch.execute();
        }
    }

    private void writePosts(List<Carried> rows) {
        Map<PostKey, Map<String, Object>> byPost = new LinkedHashMap<>();
        for (Carried row : rows) {
            if (!key(row).equals(PostKey.NONE)) {
                byPost.put(key(row), values(row));
            }
        }
        if (!byPost.isEmpty()) {
            var posts = handle.prepareBatch("""
                    insert into post (project_id, external_id, account, posted_at, text, url)
                    values (:project, :post, nullif(:account, ''), :posted_at, nullif(:text, ''), nullif(:url, ''))
                    on conflict (project_id, external_id, account) do update
                    set posted_at = excluded.posted_at, text = excluded.text, url = excluded.url
                    """);
            byPost.values().forEach(values -> posts.bindMap(values).add());
            posts.execute();
        }
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
        values.put("row", row.row());
        values.put("over", row.over());
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
        return Json.of(cells(row));
    }
}
