package codeframe.image.intake;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
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

    /** @param rows how many its table has */
    record RowOfTable(long tableId, long rows, @Nested Row row) {}

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
            where i.project_id = :project and t.import_id = :importId and not t.merged
            order by t.id
            """)
    List<Table> ofImport(long project, long importId);

    @SqlQuery("""
            select t.id, t.import_id, t.name, t.columns, t.profile, t.mapping, t.problem, t.remarks
            from import_table t join import i on i.id = t.import_id
            where i.project_id = :project and t.import_id = :importId and t.id = :table and not t.merged
            """)
    Optional<Table> find(long project, long importId, long table);

    /** The first rows of each of these tables, and how many the table has. */
    @SqlQuery("""
            select t.id as table_id, (select count(*) from import_row where table_id = t.id) as rows,
                   r.id, r.line, r.cells, r.problem
            from import_table t
            cross join lateral (
                select id, line, cells, problem from import_row where table_id = t.id order by id limit :limit) r
            where t.id = any(:tables)
            order by t.id, r.id
            """)
    List<RowOfTable> firstRows(List<Long> tables, int limit);

    @SqlUpdate("update import_table set profile = :profile, mapping = :mapping where id = :table")
    void map(long table, String profile, Json mapping);
}
