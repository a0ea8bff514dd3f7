package codeframe.image.intake;

import codeframe.image.PostLeads;
import codeframe.image.table.Field;
import codeframe.image.table.FilePath;
import codeframe.image.table.RowMatcher;
import codeframe.image.table.RowReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings rows and files together and writes what the rows say onto the images: the files of the import, and for rows
 * that fit none of them the files that were there before. Names may tell posts besides. Repeatable.
 */
final class RowMatching {
    private static final int ROWS_AT_ONCE = 1000;

    private final Jdbi jdbi;
    private final long project;
    private final long importId;

    RowMatching(Jdbi jdbi, long project, long importId) {
        this.jdbi = jdbi;
        this.project = project;
        this.importId = importId;
    }

    public record File(long id, String path, long image) {}

    void match() {
        var tables = jdbi.onDemand(ImportTables.class).ofImport(project, importId);
        jdbi.useTransaction(handle -> {
            // Two imports of a project describe the same images one after the other.
            handle.execute("select from project where id = ? for no key update", project);
            handle.execute("select id from import where id = ? for update", importId);
            if (!tables.isEmpty()) {
                match(handle, tables);
            }
            new InstaloaderPosts(handle, project, importId).settle();
            handle.attach(PostLeads.class).settle(project);
        });
    }

    private void match(Handle handle, List<ImportTables.Table> tables) {
        forget(handle);
        var missed = new MissedRows(handle, importId);
        missed.forget();
        var matcher = new RowMatcher();
        tables.forEach(table -> addRows(handle, table, matcher, missed));
        var matches = matcher.match(files(handle));
        save(handle, matches);
        var used = new HashSet<>(matches.rows().values());
        var earlier = new EarlierFiles(handle, project, importId);
        earlier.match(matcher, used);
        missed.save(matcher, used, earlier.unclear());
        fill(handle, new Appearances(handle, importId, new RowWriting(handle, project, tables)));
        Appearances.promote(handle, project);
        dropEmptyPosts(handle);
        new PicturePositions(handle, project).settle(importId);
    }

    private void forget(Handle handle) {
        handle.execute("""
                update image set row_id = null, post_id = null, account = null, posted_at = null, kind = null, metadata = '{}'
                where row_id in (select r.id from import_row r join import_table t on t.id = r.table_id where t.import_id = ?)
                """, importId);
        handle.execute("""
                delete from appearance
                where row_id in (select r.id from import_row r join import_table t on t.id = r.table_id where t.import_id = ?)
                """, importId);
        handle.execute("""
                delete from row_fit
                where row_id in (select r.id from import_row r join import_table t on t.id = r.table_id where t.import_id = ?)
                """, importId);
        handle.execute("""
                delete from correction
                where row_id in (select r.id from import_row r join import_table t on t.id = r.table_id where t.import_id = ?)
                """, importId);
        handle.execute("update import_item set row_id = null, row_reason = null where import_id = ?", importId);
        dropEmptyPosts(handle);
    }

    private void dropEmptyPosts(Handle handle) {
        handle.execute("""
                delete from post p
                where project_id = ?
                  and not exists (select from image where post_id = p.id)
                  and not exists (select from appearance where post_id = p.id)
                """, project);
    }

    private static void addRows(Handle handle, ImportTables.Table table, RowMatcher matcher, MissedRows missed) {
        var reader = new RowReader(TableReading.mapping(table), table.columns());
        var ids = missed.ids(table.id());
        handle.createQuery("""
                        select id, line, cells, problem from import_row
                        where table_id = :table and problem is null order by id
                        """)
                .bind("table", table.id())
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(ImportTables.Row.class)
                .forEach(row -> {
                    ids.look(row.id(), reader.text(Field.POST, row.cells()), reader.text(Field.IMAGE, row.cells()));
                    matcher.add(new RowMatcher.Row(
                            row.id(),
                            "line %d of %s".formatted(row.line(), table.name()),
                            reader.files(row.cells()),
                            reader.text(Field.ACCOUNT, row.cells()),
                            reader.post(row.cells())));
                });
        ids.save();
    }

    private List<RowMatcher.File> files(Handle handle) {
        return handle.createQuery("""
                        select id, path, image_id as image from import_item
                        where import_id = :import and image_id is not null order by id
                        """)
                .bind("import", importId)
                .mapTo(File.class)
                .map(file -> new RowMatcher.File(file.id(), FilePath.of(file.path()), "image " + file.image()))
                .list();
    }

    private void save(Handle handle, RowMatcher.Matches matches) {
        var rows = handle.prepareBatch("update import_item set row_id = :row where id = :item");
        matches.rows()
                .forEach((item, row) -> rows.bind("item", item).bind("row", row).add());
        var reasons = handle.prepareBatch("update import_item set row_reason = :reason where id = :item");
        matches.reasons()
                .forEach((item, why) ->
                        reasons.bind("item", item).bind("reason", why).add());
        if (!matches.rows().isEmpty()) {
            rows.execute();
        }
        if (!matches.reasons().isEmpty()) {
            reasons.execute();
        }
    }

    /** The import's own files first, in their order, then the images that its rows fit besides. */
    private void fill(Handle handle, Appearances appearances) {
        var rows = handle.createQuery("""
                        select f.image_id as image, r.id as row, r.table_id as "table", r.cells, 0 as over
                        from import_item f join import_row r on r.id = f.row_id
                        where f.import_id = :import and f.image_id is not null
                        union all
                        select e.image_id, r.id, r.table_id, r.cells, coalesce(e.over_row_id, 0)
                        from row_fit e join import_row r on r.id = e.row_id join import_table t on t.id = r.table_id
                        where t.import_id = :import
                        """)
                .bind("import", importId)
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(RowWriting.Carried.class)
                .iterator();
        var some = new ArrayList<RowWriting.Carried>();
        while (rows.hasNext()) {
            some.add(rows.next());
            if (some.size() == ROWS_AT_ONCE || !rows.hasNext()) {
                appearances.write(some);
                some.clear();
            }
        }
    }
}
