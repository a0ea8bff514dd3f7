package codeframe.image.intake;

import codeframe.image.intake.RowWriting.Carried;
import org.jdbi.v3.core.Handle;

/**
 * What the tables of an import said goes with it, and what others say of the same images comes in its place. Images of
 * sealed test samples keep it: what a test rests on does not change before it is opened.
 */
public final class UndoneTables {
    private final Handle handle;
    private final long project;
    private final long importId;

    public UndoneTables(Handle handle, long project, long importId) {
        this.handle = handle;
        this.project = project;
        this.importId = importId;
    }

    /** First, while the images are there. */
    public void takeCorrectionsBack(long user) {
        Correcting.takeBack(handle, project, importId, user);
    }

    /** Last, when the images of the import are gone or are another import's. */
    public void forget() {
        forgetFirst();
        forgetFurther();
        Appearances.promote(handle, project);
        describe();
        deleteRows();
        deletePosts();
        new PicturePositions(handle, project).settle(PicturePositions.ALL);
    }

    private void forgetFirst() {
        handle.createUpdate("""
                        update image i
                        set row_id = null, post_id = null, account = null, posted_at = null, kind = null, metadata = '{}'
                        where i.project_id = :project
                          and i.row_id in (select r.id from import_row r join import_table t on t.id = r.table_id
                                           where t.import_id = :import)
                          and not exists (select from sealed_image s where s.image_id = i.id)
                        """)
                .bind("project", project)
                .bind("import", importId)
                .execute();
    }

    private void forgetFurther() {
        handle.createUpdate("""
                        delete from appearance a
                        where a.project_id = :project
                          and a.row_id in (select r.id from import_row r join import_table t on t.id = r.table_id
                                           where t.import_id = :import)
                          and not exists (select from sealed_image s where s.image_id = a.image_id)
                        """)
                .bind("project", project)
                .bind("import", importId)
                .execute();
    }

    /** By the row that another import has for the same file. */
    private void describe() {
        var rows = handle.createQuery("""
                        select distinct on (i.id) i.id as image, r.id as row, r.table_id as "table", r.cells, 0 as over
                        from image i
                        join import_item f on f.image_id = i.id and f.import_id <> :import
                        join import_row r on r.id = f.row_id
                        where i.project_id = :project and i.row_id is null
                        order by i.id, f.id
                        """)
                .bind("project", project)
                .bind("import", importId)
                .mapTo(Carried.class)
                .list();
        new RowWriting(handle, project, Correcting.tables(handle, project)).writeFirst(rows);
    }

    private void deleteRows() {
        handle.createUpdate("""
                        delete from import_row r
                        using import_table t
                        where t.id = r.table_id and t.import_id = :import
                          and not exists (select from image where row_id = r.id)
                          and not exists (select from appearance where row_id = r.id)
                        """).bind("import", importId).execute();
    }

    private void deletePosts() {
        handle.createUpdate("""
                        delete from post p
                        where p.project_id = :project
                          and not exists (select from image where post_id = p.id)
                          and not exists (select from appearance where post_id = p.id)
                        """).bind("project", project).execute();
    }
}
