package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.intake.RowWriting.Carried;
import codeframe.image.intake.RowWriting.PostKey;
import codeframe.image.table.ColumnMapping;
import codeframe.image.table.Field;
import codeframe.image.table.PostedAt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Tells what a row says of an image that may be described already: the first that is known of it, a further post that
 * shows it, or a correction of what is known, which waits until an owner has seen it. An earlier row never hides a later one.
 */
final class Appearances {
    private final Handle handle;
    private final long importId;
    private final RowWriting writing;

    Appearances(Handle handle, long importId, RowWriting writing) {
        this.handle = handle;
        this.importId = importId;
        this.writing = writing;
    }

    /** What is known of an image from one of its posts. */
    public record Known(
            long image,
            long row,
            long importId,
            String post,
            String account,
            List<String> columns,
            List<String> cells,
            String profile,
            Json mapping) {
        PostKey key() {
            return post.isEmpty() ? PostKey.NONE : new PostKey(post, account);
        }
    }

    private record Change(Carried row, Known known, Json changes) {}

    void write(List<Carried> rows) {
        var known = known(rows);
        var first = new ArrayList<Carried>();
        var further = new ArrayList<Carried>();
        var changes = new ArrayList<Change>();
        for (Carried row : rows) {
            var ofImage = known.computeIfAbsent(row.image(), image -> new ArrayList<>());
            var same = described(ofImage, row);
            if (same.isEmpty()) {
                (ofImage.isEmpty() ? first : further).add(row);
                ofImage.add(known(row));
            } else if (same.get().importId() != importId) {
                change(row, same.get()).ifPresent(changes::add);
            }
        }
        writing.writeFirst(first);
        writing.writeFurther(further);
        save(changes);
    }

    private Known known(Carried row) {
        var key = writing.key(row);
        return new Known(
                row.image(),
                row.row(),
                importId,
                key.post(),
                key.account(),
                List.of(),
                List.of(),
                "",
                Json.of(Map.of()));
    }

    /** By the file that both rows name, else by the post. */
    private Optional<Known> described(List<Known> known, Carried row) {
        return known.stream()
                .filter(one -> row.over() != 0 && one.row() == row.over())
                .findFirst()
                .or(() -> known.stream()
                        .filter(one -> one.key().equals(writing.key(row)))
                        .findFirst());
    }

    /** An empty cell changes nothing: a table of corrections need not repeat what is right. */
    private Optional<Change> change(Carried row, Known known) {
        var before = RowWriting.cells(known.columns(), known.cells());
        Map<String, List<String>> changes = new LinkedHashMap<>();
        var mapping = TableReading.mapping(known.profile(), known.mapping());
        writing.cells(row, mapping, known.columns()).forEach((column, now) -> {
            var was = before.getOrDefault(column, "");
            if (!now.isBlank() && !now.strip().equals(was.strip()) && !sameMoment(mapping, column, was, now)) {
                changes.put(column, List.of(was, now));
            }
        });
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Change(row, known, Json.of(changes)));
    }

    /** Days are written in many ways. */
    private static boolean sameMoment(ColumnMapping mapping, String column, String was, String now) {
        return mapping.column(Field.POSTED_AT).filter(column::equals).isPresent()
                && PostedAt.parse(now).isPresent()
                && PostedAt.parse(now).equals(PostedAt.parse(was));
    }

    private Map<Long, List<Known>> known(List<Carried> rows) {
        return handle.createQuery("""
                        select k.image, k.row, t.import_id, coalesce(p.external_id, '') as post,
                               coalesce(p.account, '') as account, t.columns, r.cells, t.profile, t.mapping
                        from (select id as image, row_id as row, post_id as post, 0 as place
                              from image where id = any(:images) and row_id is not null
                              union all
                              select image_id, row_id, post_id, id from appearance where image_id = any(:images)) k
                        join import_row r on r.id = k.row
                        join import_table t on t.id = r.table_id
                        left join post p on p.id = k.post
                        order by k.image, k.place
                        """)
                .bindArray(
                        "images", Long.class, rows.stream().map(Carried::image).toList())
                .mapTo(Known.class)
                .collect(Collectors.groupingBy(Known::image, Collectors.toCollection(ArrayList::new)));
    }

    private void save(List<Change> changes) {
        var corrections = handle.prepareBatch("""
                insert into correction (row_id, image_id, old_row_id, changes) values (:row, :image, :old, :changes)
                on conflict do nothing
                """);
        var fits = handle.prepareBatch("""
                insert into row_fit (row_id, image_id, over_row_id) values (:row, :image, :old) on conflict do nothing
                """);
        for (Change change : changes) {
            corrections.bind("changes", change.changes());
            for (var batch : List.of(corrections, fits)) {
                batch.bind("row", change.row().row())
                        .bind("image", change.row().image())
                        .bind("old", change.known().row())
                        .add();
            }
        }
        if (!changes.isEmpty()) {
            corrections.execute();
            fits.execute();
        }
    }

    /** Where the first post of an image is gone the next one takes its place. */
    static void promote(Handle handle, long project) {
        handle.execute("""
                with next as (
                    select distinct on (a.image_id) a.*
                    from appearance a join image i on i.id = a.image_id
                    where a.project_id = ? and i.row_id is null
                    order by a.image_id, a.id),
                moved as (delete from appearance where id in (select id from next))
                update image i
                set row_id = n.row_id, post_id = n.post_id, account = n.account, posted_at = n.posted_at, kind = n.kind,
                    metadata = jsonb_object(t.columns, r.cells)
                from next n join import_row r on r.id = n.row_id join import_table t on t.id = r.table_id
                where i.id = n.image_id
                """, project);
    }
}
