package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.PostLeads;
import codeframe.image.intake.RowWriting.Carried;
import codeframe.project.Events;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Puts the values of a corrected table in the place of those that were there, or keeps these; and takes it back. */
public final class Correcting {
    private static final int ROWS_AT_ONCE = 1000;

    private final Jdbi jdbi;

    public Correcting(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Two rows that describe one image, and what the later one changes. */
    public record Pair(
            long image,
            long oldRow,
            long oldTable,
            List<String> oldCells,
            long newTable,
            List<String> newCells,
            long line,
            Json changes) {}

    /** All at once or, where something fails, none. */
    long replace(long project, Import found, long user) {
        return jdbi.inTransaction(handle -> {
            lock(handle, project, found);
            var merging = new MergedRows(handle, found.id());
            var pairs = pairs(handle, found.id());
            for (int i = 0; i < pairs.size(); i += ROWS_AT_ONCE) {
                replace(handle, found, user, merging, pairs.subList(i, Math.min(pairs.size(), i + ROWS_AT_ONCE)));
            }
            new PicturePositions(handle, project).settle(found.id());
            handle.attach(PostLeads.class).settle(project);
            drop(handle, found.id());
            if (!pairs.isEmpty()) {
                tell(handle, project, user, "corrected the metadata of %s by import %d", pairs.size(), found.id());
            }
            return (long) pairs.size();
        });
    }

    private static void replace(Handle handle, Import found, long user, MergedRows merging, List<Pair> pairs) {
        var rows = merging.rows(pairs);
        var history = handle.prepareBatch("""
                insert into metadata_change (import_id, image_id, row_before, row_after, changes, changed_by)
                values (:import, :image, :over, :row, :changes, :user)
                """);
        for (int i = 0; i < pairs.size(); i++) {
            var row = rows.get(i);
            history.bind("import", found.id())
                    .bind("image", row.image())
                    .bind("over", row.over())
                    .bind("row", row.row())
                    .bind("changes", pairs.get(i).changes())
                    .bind("user", user)
                    .add();
        }
        history.execute();
        new RowWriting(handle, found.projectId(), merging.tables()).writeOver(rows);
        carry(handle, rows);
    }

    /** Files that carried the old row carry the new one, so that a later table finds it by the same file. */
    private static void carry(Handle handle, List<Carried> rows) {
        var files =
                handle.prepareBatch("update import_item set row_id = :row where row_id = :over and image_id = :image");
        var fits = handle.prepareBatch(
                "insert into row_fit (row_id, image_id) values (:over, :image) on conflict do nothing");
        for (Carried row : rows) {
            files.bind("row", row.row())
                    .bind("over", row.over())
                    .bind("image", row.image())
                    .add();
            fits.bind("over", row.over()).bind("image", row.image()).add();
        }
        files.execute();
        fits.execute();
    }

    long keep(long project, Import found, long user) {
        return jdbi.inTransaction(handle -> {
            lock(handle, project, found);
            long kept = drop(handle, found.id());
            if (kept > 0) {
                tell(
                        handle,
                        project,
                        user,
                        "kept the metadata of %s, which import %d would have changed",
                        kept,
                        found.id());
            }
            return kept;
        });
    }

    /** Images that were corrected once more since stay as they are, and are named by their number. */
    long takeBack(long project, Import found, long user) {
        return jdbi.inTransaction(handle -> {
            lock(handle, project, found);
            return takeBack(handle, project, found.id(), user);
        });
    }

    static long takeBack(Handle handle, long project, long importId, long user) {
        refuseWhereCorrectedSince(handle, importId);
        var rows = handle.createQuery("""
                        select m.image_id as image, m.row_before as row, r.table_id as "table", r.cells, m.row_after as over
                        from metadata_change m join import_row r on r.id = m.row_before
                        where m.import_id = :import order by m.id
                        """)
                .bind("import", importId)
                .mapTo(Carried.class)
                .list();
        new RowWriting(handle, project, tables(handle, project)).writeOver(rows);
        carry(handle, rows);
        new PicturePositions(handle, project).settle(PicturePositions.ALL);
        handle.attach(PostLeads.class).settle(project);
        handle.execute("delete from import_table where merged and import_id = ?", importId);
        if (!rows.isEmpty()) {
            tell(handle, project, user, "took back what import %2$d had corrected: %1$s", rows.size(), importId);
        }
        return rows.size();
    }

    private static void refuseWhereCorrectedSince(Handle handle, long importId) {
        var later = handle.createQuery("""
                        select distinct later.import_id
                        from metadata_change m join metadata_change later on later.row_before = m.row_after
                        where m.import_id = :import order by 1
                        """)
                .bind("import", importId)
                .mapTo(Long.class)
                .list();
        if (!later.isEmpty()) {
            throw new Problem.Conflict(
                    "Import %d corrected some of these images since. Take that back first; nothing was changed."
                            .formatted(later.get(later.size() - 1)));
        }
    }

    static List<ImportTables.Table> tables(Handle handle, long project) {
        return handle.createQuery("""
                        select t.id, t.import_id, t.name, t.columns, t.profile, t.mapping, t.problem, t.remarks
                        from import_table t join import m on m.id = t.import_id where m.project_id = :project
                        """)
                .bind("project", project)
                .mapTo(ImportTables.Table.class)
                .list();
    }

    private static void lock(Handle handle, long project, Import found) {
        handle.execute("select from project where id = ? for no key update", project);
        handle.execute("select from import where id = ? for update", found.id());
    }

    private static long drop(Handle handle, long importId) {
        return handle.execute("""
                delete from correction where row_id in (
                    select r.id from import_row r join import_table t on t.id = r.table_id where t.import_id = ?)
                """, importId);
    }

    private static void tell(Handle handle, long project, long user, String what, long images, long importId) {
        handle.attach(Events.class)
                .add(project, user, what.formatted(NumberText.count(images, "image", "images"), importId));
    }

    private static List<Pair> pairs(Handle handle, long importId) {
        return handle.createQuery("""
                        select distinct on (c.image_id, c.old_row_id)
                               c.image_id as image, c.old_row_id as old_row, o.table_id as old_table, o.cells as old_cells,
                               r.table_id as new_table, r.cells as new_cells, r.line, c.changes
                        from correction c
                        join import_row r on r.id = c.row_id
                        join import_table t on t.id = r.table_id
                        join import_row o on o.id = c.old_row_id
                        where t.import_id = :import
                        order by c.image_id, c.old_row_id, c.id desc
                        """)
                .bind("import", importId)
                .mapTo(Pair.class)
                .list();
    }
}
