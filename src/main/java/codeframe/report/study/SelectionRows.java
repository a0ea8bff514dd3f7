package codeframe.report.study;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What reports and exports choose from: coders, codebooks, columns of metadata. */
public interface SelectionRows {
    @SqlQuery("""
            select c.id,
                   c.name || case when count(*) over (partition by c.name) > 1 then ' #' || c.id else '' end as name,
                   c.kind, r.kind as run_kind, r.model, r.variables
            from coder c left join run r on r.id = c.run_id
            where c.project_id = :project and r.kind is distinct from 'caption'
            order by array_position(array['gold', 'person', 'imported', 'run'], c.kind), c.id
            """)
    List<ReportedCoder> coders(long project);

    /** The coder that a member of the project is, once they have coded. */
    @SqlQuery("select id from coder where project_id = :project and user_id = :user and kind = 'person'")
    Optional<Long> person(long project, long user);

    @SqlQuery("""
            select content from codebook_version
            where project_id = :project and published_at is not null
            order by number desc limit 1
            """)
    Optional<Json> codebook(long project);

    @SqlQuery("select content from codebook_version where project_id = :project and number = :version")
    Optional<Json> codebook(long project, long version);

    @SqlQuery("""
            select distinct variable from code
            where coder_id = any(:coders)
            order by variable
            """)
    List<String> coded(List<Long> coders);

    /** A table of metadata that came in with the images. */
    record MetadataTable(long id, List<String> columns) {}

    @SqlQuery("""
            select t.id, t.columns
            from import_table t join import m on m.id = t.import_id
            where m.project_id = :project
            order by t.import_id, t.id
            """)
    List<MetadataTable> tables(long project);

    /** Names of metadata that images carry without a row of a table. */
    @SqlQuery("""
            select distinct name
            from image i, jsonb_object_keys(i.metadata) name
            where i.project_id = :project and i.row_id is null
            order by name
            """)
    List<String> looseMetadata(long project);
}
