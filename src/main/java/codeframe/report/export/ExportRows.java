package codeframe.report.export;

import codeframe.report.study.SelectionRows;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** What exports read. The long lists come through a cursor of the server: a transaction and a fetch size make it one. */
public interface ExportRows extends SelectionRows {
    int ROWS_AT_ONCE = 1000;

    /** Which of the coders have a second coding that the viewer may see. */
    @SqlQuery("""
            select distinct z.coder_id
            from second_coding z
            join sample s on s.id = z.sample_id and s.closed_at is not null
            where z.project_id = :project and z.coder_id = any(:coders) and z.state = 'done'
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = z.image_id and u.coder_id = z.coder_id)
            """)
    Set<Long> twice(long project, List<Long> coders, long viewer);

    /** Which of the coders played a video, as far as the viewer may see their codes. */
    @SqlQuery("""
            select distinct k.coder_id
            from coding k
            where k.project_id = :project and k.coder_id = any(:coders) and k.watched_seconds is not null
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = k.image_id and u.coder_id = k.coder_id)
            """)
    Set<Long> watching(long project, List<Long> coders, long viewer);

    @Transaction(readOnly = true)
    @FetchSize(ROWS_AT_ONCE)
    @SqlQuery("""
            with asked as (
                select name, variable_unit(:project, name, 0) as unit from unnest(cast(:variables as text[])) as v(name)),
            said as (
                select k.id, k.image_id, k.coder_id, k.codebook_version_id, k.sample_id, k.created_at, k.seconds, k.flagged,
                       k.watched_seconds, k.watched_share, k.note, c.variable, c.value, c.state, c.confidence, c.detail, 1 as occasion
                from coding k
                left join code c on c.coding_id = k.id and c.variable = any(:variables)
                where k.project_id = :project and k.coder_id = any(:coders)
                  and (c.coding_id is not null
                       or ((k.flagged or k.note <> '') and not exists (select from code o where o.coding_id = k.id)))
                union all
                select null, z.image_id, z.coder_id, z.codebook_version_id, z.sample_id, z.done_at, z.seconds, z.flagged,
                       z.watched_seconds, z.watched_share, z.note, c.variable, c.value, c.state, null, null, 2
                from second_coding z
                join sample s on s.id = z.sample_id and s.closed_at is not null
                cross join jsonb_to_recordset(z.codes) as c(variable text, value text, state text)
                where z.project_id = :project and z.coder_id = any(:coders) and z.state = 'done'
                  and c.variable = any(:variables))
            select k.image_id as image, i.path, p.external_id as post, k.variable, k.value, k.state,
                   r.name || case when exists
                       (select from coder o where o.project_id = r.project_id and o.name = r.name and o.id <> r.id)
                       then ' #' || r.id else '' end as coder,
                   r.kind as coder_kind, k.confidence, k.detail, v.number as codebook_version,
                   s.name || ' #' || s.id as sample, k.created_at, k.seconds,
                   case when r.kind = 'person' then k.flagged end as flagged, nullif(k.note, '') as note,
                   g.provenance, nullif(g.reason, '') as reason, g.error_type, k.occasion,
                   coalesce(s.unit, m.unit, a.unit, 'image') as unit,
                   case when m.kind = 'lift' then (k.detail ->> 'rule') || ' v' || (k.detail ->> 'version') end as rule,
                   case when m.kind = 'lift' then cast(k.detail ->> 'n_images' as bigint)
                        when coalesce(s.unit, m.unit, a.unit, 'image') <> 'image'
                            then (select count(*) from unit_image u
                                  where u.project_id = :project and u.lead_id = k.image_id
                                    and u.unit = coalesce(s.unit, m.unit, a.unit, 'image')) end as n_images,
                   k.watched_seconds, k.watched_share, i.medium, i.parent_id as parent, i.t_ms
            from said k
            join coder r on r.id = k.coder_id
            left join gold g on g.coding_id = k.id and g.variable = k.variable
            join codebook_version v on v.id = k.codebook_version_id
            join image i on i.id = k.image_id
            left join post p on p.id = i.post_id
            left join sample s on s.id = k.sample_id
            left join run m on m.id = r.run_id
            left join asked a on a.name = k.variable
            where not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = k.image_id and u.coder_id = k.coder_id)
            order by k.image_id, k.coder_id, k.variable collate "C", k.value collate "C" nulls first, k.id nulls last
            """)
    void codes(long project, List<Long> coders, List<String> variables, long viewer, Consumer<Exported> each);

    /**
     * In the order of the import: its tables row by row, then the images that no row describes.
     *
     * @param posts whether a picture of several posts comes once for each
     */
    @Transaction(readOnly = true)
    @FetchSize(ROWS_AT_ONCE)
    @SqlQuery("""
            with asked as materialized (
                select name, variable_unit(:project, name, 0) as unit from unnest(cast(:variables as text[])) as v(name)),
            shown as (
                select i.id as image, i.path, i.metadata, r.table_id, r.cells, null as reason,
                       coalesce(t.import_id, i.import_id) as import_id, i.row_id
                from image i
                left join import_row r on r.id = i.row_id
                left join import_table t on t.id = r.table_id
                where i.project_id = :project
                union all
                select i.id, i.path, jsonb_object(t.columns, r.cells), r.table_id, r.cells, null, t.import_id, r.id
                from appearance a
                join image i on i.id = a.image_id
                join import_row r on r.id = a.row_id
                join import_table t on t.id = r.table_id
                where a.project_id = :project and :posts
                union all
                select null, null, null, r.table_id, r.cells,
                       coalesce(r.problem,
                           (select 'It shows the same picture as image ' || i.id || ', ' || i.path || '.'
                            from import_item m join image i on i.id = m.image_id
                            where m.row_id = r.id order by m.id limit 1),
                           'No file of the import belongs to this row.'),
                       t.import_id, r.id
                from import_row r
                join import_table t on t.id = r.table_id
                join import m on m.id = t.import_id
                where m.project_id = :project and not exists (select from image i where i.row_id = r.id)
                  and not exists (select from row_fit f where f.row_id = r.id)
                  and not (:posts and exists (select from appearance a where a.row_id = r.id)))
            select image, path, metadata, table_id, cells, reason,
                   (select jsonb_agg(jsonb_build_object(
                               'coder', c.coder_id, 'variable', c.variable, 'value', c.value, 'state', c.state,
                               'confidence', c.confidence, 'detail', c.detail - 'scores',
                               'provenance', g.provenance, 'reason', nullif(g.reason, ''), 'errorType', g.error_type,
                               'unit', coalesce(s.unit, m.unit, a.unit))
                           order by c.value collate "C")
                    from code c
                    join coding k on k.id = c.coding_id
                    join coder o on o.id = c.coder_id
                    left join run m on m.id = o.run_id
                    left join sample s on s.id = k.sample_id
                    left join asked a on a.name = c.variable
                    left join gold g on g.coding_id = c.coding_id and g.variable = c.variable
                    where c.image_id = shown.image and c.coder_id = any(:coders) and c.variable = any(:variables)
                      and not exists (select from unseen_codes(:project, :viewer) u
                                      where u.image_id = c.image_id and u.coder_id = c.coder_id)
                      and not exists (
                          select from code o join coding later on later.id = o.coding_id
                          where o.image_id = c.image_id and o.coder_id = c.coder_id and o.variable = c.variable
                            and (later.updated_at, later.id) > (k.updated_at, k.id))) as codes,
                   (select jsonb_agg(jsonb_build_object(
                               'coder', z.coder_id, 'variable', c.variable, 'value', c.value, 'state', c.state)
                           order by c.value collate "C")
                    from second_coding z
                    join sample s on s.id = z.sample_id and s.closed_at is not null
                    cross join jsonb_to_recordset(z.codes) as c(variable text, value text, state text)
                    where z.project_id = :project and z.image_id = shown.image and z.coder_id = any(:coders)
                      and z.state = 'done' and c.variable = any(:variables)
                      and not exists (select from unseen_codes(:project, :viewer) u
                                      where u.image_id = z.image_id and u.coder_id = z.coder_id)
                      and not exists (
                          select from second_coding later
                          join sample l on l.id = later.sample_id and l.closed_at is not null
                          where later.image_id = z.image_id and later.coder_id = z.coder_id and later.state = 'done'
                            and (later.updated_at, later.sample_id) > (z.updated_at, z.sample_id))) as second_codes,
                   (select jsonb_object_agg(r.id, coalesce(
                               (select max(u.reason) from unseen_codes(:project, :viewer) u
                                where u.image_id = shown.image and u.coder_id = r.id),
                               m.outcome, k.outcome, 'waiting'))
                    from coder r
                    left join run_item m on m.run_id = r.run_id and m.image_id = shown.image
                    left join lateral (
                        select outcome from coding
                        where coder_id = r.id and image_id = shown.image
                        order by updated_at desc, id desc limit 1) k on true
                    where r.id = any(:coders) and (m.run_id is not null or k.outcome is not null)) as outcomes,
                   (select jsonb_object_agg(spent.coder, spent.cost)
                    from (select r.id as coder, sum(q.cost) as cost
                          from coder r join llm_request q on q.run_id = r.run_id
                          where r.id = any(:coders) and q.image_id = shown.image
                            and not exists (select from unseen_codes(:project, :viewer) u
                                            where u.image_id = shown.image and u.coder_id = r.id)
                          group by r.id having sum(q.cost) > 0) as spent) as costs,
                   (select jsonb_object_agg(noted.coder_id, to_jsonb(noted) - 'coder_id')
                    from (select k.coder_id, sum(k.seconds) as seconds, bool_or(k.flagged) as flagged,
                                 sum(k.watched_seconds) as "watchedSeconds", max(k.watched_share) as "watchedShare",
                                 string_agg(nullif(k.note, ''), E'\n' order by k.updated_at, k.id) as note
                          from coding k join coder r on r.id = k.coder_id and r.kind in ('person', 'imported')
                          where k.image_id = shown.image and k.coder_id = any(:coders)
                            and not exists (select from unseen_codes(:project, :viewer) u
                                            where u.image_id = k.image_id and u.coder_id = k.coder_id)
                          group by k.coder_id) as noted) as noted
            from shown
            order by import_id nulls last, row_id nulls last, image
            """)
    void images(
            long project,
            List<Long> coders,
            List<String> variables,
            long viewer,
            boolean posts,
            Consumer<WideRow> each);
}
