package codeframe.image.intake;

import codeframe.db.Json;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What rows of an import would change of images that are described already. */
public interface Corrections {
    /** @param images how many would have another value of this column */
    record ChangedColumn(String name, long images) {}

    /** A value of one column, before and after. */
    record ChangedValue(String column, String before, String after) {}

    record Correction(long id, long image, String path, String place, Json changes) {
        public List<ChangedValue> values() {
            return Corrections.values(changes);
        }
    }

    static List<ChangedValue> values(Json changes) {
        var values = new ArrayList<ChangedValue>();
        changes.tree()
                .properties()
                .forEach(change -> values.add(new ChangedValue(
                        change.getKey(),
                        change.getValue().get(0).asText(),
                        change.getValue().get(1).asText())));
        return values;
    }

    @SqlQuery("""
            select c.id, c.image_id as image, i.path, 'line ' || r.line || ' of ' || t.name as place, c.changes
            from correction c
            join image i on i.id = c.image_id
            join import_row r on r.id = c.row_id
            join import_table t on t.id = r.table_id
            where t.import_id = :importId and i.project_id = :project and c.id > :after
            order by c.id limit :limit
            """)
    List<Correction> waiting(long project, long importId, long after, int limit);

    @SqlQuery("""
            select k.name, count(*) as images
            from correction c
            join import_row r on r.id = c.row_id
            join import_table t on t.id = r.table_id
            join image i on i.id = c.image_id
            cross join lateral jsonb_object_keys(c.changes) as k (name)
            where t.import_id = :importId and i.project_id = :project
            group by k.name order by images desc, k.name
            """)
    List<ChangedColumn> columns(long project, long importId);

    /** Whether rows of this import were corrected by another, or its own rows correct others. */
    @SqlQuery("""
            select exists (
                select from metadata_change m join import_row r on r.id = m.row_before join import_table t on t.id = r.table_id
                where t.import_id = :importId
                union all
                select from metadata_change where import_id = :importId)
            """)
    boolean settled(long importId);
}
