package codeframe.report.export;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** What exports read. The long lists come through a cursor of the server: a transaction and a fetch size make it one. */
public interface ExportRows {
    int ROWS_AT_ONCE = 1000;

    @SqlQuery("""
            select c.id,
                   c.name || case when count(*) over (partition by c.name) > 1 then ' #' || c.id else '' end as name,
                   c.kind, r.kind as run_kind, r.model
            from coder c left join run r on r.id = c.run_id
            where c.project_id = :project
            order by array_position(array['gold', 'person', 'imported', 'run'], c.kind), c.id
            """)
    List<ExportCoder> coders(long project);

    /** The coder that a member of the project is, once they have coded. */
    @SqlQuery("select id from coder where project_id = :project and user_id = :user and kind = 'person'")
    Optional<Long> person(long project, long user);

    @SqlQuery("""
            select content from codebook_version
            where project_id = :project and published_at is not null
            order by number desc limit 1
            """)
    Optional<Json> codebook(long project);

    @SqlQuery("""
            select distinct variable from code
            where coder_id = any(:coders)
            order by variable
            """)
    List<String> coded(List<Long> coders);

    @Transaction(readOnly = true)
    @FetchSize(ROWS_AT_ONCE)
    @SqlQuery("""
            select c.image_id as image, i.path, p.external_id as post, c.variable, c.value, c.state,
                   r.name || case when exists
                       (select from coder o where o.project_id = r.project_id and o.name = r.name and o.id <> r.id)
                       then ' #' || r.id else '' end as coder,
                   r.kind as coder_kind, c.confidence, c.detail, v.number as codebook_version,
                   k.sample_id as sample, k.created_at
            from coding k
            join code c on c.coding_id = k.id
            join coder r on r.id = k.coder_id
            join codebook_version v on v.id = k.codebook_version_id
            join image i on i.id = k.image_id
            left join post p on p.id = i.post_id
            where k.project_id = :project and k.coder_id = any(:coders) and c.variable = any(:variables)
            order by c.image_id, c.coder_id, c.variable collate "C", c.value collate "C" nulls first, c.coding_id
            """)
    void codes(long project, List<Long> coders, List<String> variables, Consumer<Exported> each);
}
