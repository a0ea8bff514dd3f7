package codeframe.report.export;

import codeframe.codebook.Unit;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What a selection holds before it is downloaded: the same rows as the files, counted. */
public interface ExportCounts {
    /** How much one coder has coded of the chosen variables; {@code n} images, posts or videos. */
    record Coded(long coder, Unit unit, long n, long codes) {}

    /** Codings without a code that have a flag or a note: a row each in the long form. */
    @SqlQuery("""
            select count(*)
            from coding k
            where k.project_id = :project and k.coder_id = any(:coders) and (k.flagged or k.note <> '')
              and not exists (select from code c where c.coding_id = k.id)
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = k.image_id and u.coder_id = k.coder_id)
            """)
    long withoutCode(long project, List<Long> coders, long viewer);

    /** Codes of second codings: a row each in the long form, and in no other table. */
    @SqlQuery("""
            select count(*)
            from second_coding z
            join sample s on s.id = z.sample_id and s.closed_at is not null
            cross join jsonb_to_recordset(z.codes) as c(variable text)
            where z.project_id = :project and z.coder_id = any(:coders) and z.state = 'done'
              and c.variable = any(:variables)
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = z.image_id and u.coder_id = z.coder_id)
            """)
    long secondCodes(long project, List<Long> coders, List<String> variables, long viewer);

    /** How many images ended so; {@code outcome} is stored in the words of the file. */
    record Ended(long coder, String outcome, long images) {}

    @SqlQuery("select count(*) from image where project_id = :project")
    long images(long project);

    @SqlQuery("""
            select count(*)
            from import_row r
            join import_table t on t.id = r.table_id
            join import m on m.id = t.import_id
            where m.project_id = :project and not exists (select from image i where i.row_id = r.id)
              and not exists (select from row_fit f where f.row_id = r.id)
              and not (:posts and exists (select from appearance a where a.row_id = r.id))
            """)
    long rowsWithoutImage(long project, boolean posts);

    @SqlQuery("select count(*) from appearance where project_id = :project")
    long furtherPosts(long project);

    @SqlQuery("""
            with asked as (
                select name, variable_unit(:project, name, 0) as unit from unnest(cast(:variables as text[])) as v(name))
            select c.coder_id as coder, coalesce(s.unit, m.unit, a.unit, 'image') as unit, count(distinct c.image_id) as n,
                   count(*) as codes
            from code c
            join asked a on a.name = c.variable
            join coding k on k.id = c.coding_id
            join coder r on r.id = c.coder_id
            left join sample s on s.id = k.sample_id
            left join run m on m.id = r.run_id
            where c.coder_id = any(:coders) and c.variable = any(:variables)
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = c.image_id and u.coder_id = c.coder_id)
            group by 1, 2
            order by 1, 2
            """)
    List<Coded> coded(long project, List<Long> coders, List<String> variables, long viewer);

    @SqlQuery("""
            select coder, coalesce(unseen.reason, outcome) as outcome, count(*) as images
            from (
                select r.id as coder, m.image_id, coalesce(m.outcome, 'waiting') as outcome
                from coder r join run_item m on m.run_id = r.run_id
                where r.id = any(:coders)
                union all
                select distinct_coding.coder_id, distinct_coding.image_id, distinct_coding.outcome
                from (select distinct on (k.coder_id, k.image_id) k.coder_id, k.image_id, k.outcome
                      from coding k join coder r on r.id = k.coder_id
                      where r.id = any(:coders) and r.run_id is null
                      order by k.coder_id, k.image_id, k.updated_at desc, k.id desc) distinct_coding) ended
            left join (select image_id, coder_id, max(reason) as reason
                       from unseen_codes(:project, :viewer) group by image_id, coder_id) unseen
              on unseen.image_id = ended.image_id and unseen.coder_id = ended.coder
            group by coder, 2
            order by coder, images desc, outcome
            """)
    List<Ended> ended(long project, List<Long> coders, long viewer);
}
