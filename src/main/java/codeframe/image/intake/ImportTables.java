package codeframe.image.intake;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transactional;

/** Tables of metadata and their rows, as they were uploaded. */
public interface ImportTables extends Transactional<ImportTables> {
    record Table(
            long id,
            long importId,
            String name,
            List<String> columns,
            String profile,
            Json mapping,
            String problem,
            List<String> remarks) {}

    record Row(long id, long line, List<String> cells, String problem) {}

    /** {@code problem} says why the row is not used, {@code remark} what is odd about one that is; else empty. */
    record NewRow(long line, List<String> cells, String problem, String remark) {}

    @SqlQuery("""
            insert into import_table (import_id, part_id, position, name, columns, profile, mapping)
            values (:importId, :part, :position, :name, :columns, :profile, :mapping)
            returning id
            """)
    long add(long importId, long part, long position, String name, List<String> columns, String profile, Json mapping);

    @SqlBatch("""
            insert into import_row (table_id, line, cells, problem, remark)
            values (:table, :line, :cells, nullif(:problem, ''), nullif(:remark, ''))
            """)
    void addRows(long table, @BindMethods List<NewRow> rows);

    @SqlUpdate("update import_table set remarks = :remarks where id = :table")
    void remark(long table, List<String> remarks);

    @SqlUpdate("update import_table set problem = :problem where id = :table")
    void broken(long table, String problem);

    @SqlUpdate("""
            insert into import_item (import_id, part_id, position, path, verdict, reason)
            values (:importId, :part, :position, :path, :verdict, :reason)
            """)
    void settle(long importId, long part, long position, String path, String verdict, String reason);

    @SqlQuery("""
            select t.id, t.import_id, t.name, t.columns, t.profile, t.mapping, t.problem, t.remarks
            from import_table t join import i on i.id = t.import_id
            where i.project_id = :project and t.import_id = :importId
            order by t.id
            """)
    List<Table> ofImport(long project, long importId);

    @SqlQuery("""
            select t.id, t.import_id, t.name, t.columns, t.profile, t.mapping, t.problem, t.remarks
            from import_table t join import i on i.id = t.import_id
            where i.project_id = :project and t.import_id = :importId and t.id = :table
            """)
    Optional<Table> find(long project, long importId, long table);

    @SqlQuery("select id, line, cells, problem from import_row where table_id = :table order by id limit :limit")
    List<Row> firstRows(long table, int limit);

    @SqlQuery("select count(*) from import_row where table_id = :table")
    long countRows(long table);

    @SqlUpdate("update import_table set profile = :profile, mapping = :mapping where id = :table")
    void map(long table, String profile, Json mapping);
}
