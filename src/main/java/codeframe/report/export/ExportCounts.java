package codeframe.report.export;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What a selection holds before it is downloaded: the same rows as the files, counted. */
public interface ExportCounts {
    /** How much one coder has coded of the chosen variables. */
    record Coded(long coder, long images, long codes) {}

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
            """)
    long rowsWithoutImage(long project);

    @SqlQuery("""
            select coder_id as coder, count(distinct image_id) as images, count(*) as codes
            from code
            where coder_id = any(:coders) and variable = any(:variables)
            group by coder_id
            """)
    List<Coded> coded(List<Long> coders, List<String> variables);

    @SqlQuery("""
            select coder, outcome, count(*) as images
            from (
                select r.id as coder, coalesce(m.outcome, 'waiting') as outcome
                from coder r join run_item m on m.run_id = r.run_id
                where r.id = any(:coders)
                union all
                select distinct_coding.coder_id, distinct_coding.outcome
                from (select distinct on (k.coder_id, k.image_id) k.coder_id, k.outcome
                      from coding k join coder r on r.id = k.coder_id
                      where r.id = any(:coders) and r.run_id is null
                      order by k.coder_id, k.image_id, k.updated_at desc, k.id desc) distinct_coding) ended
            group by coder, outcome
            order by coder, images desc, outcome
            """)
    List<Ended> ended(List<Long> coders);
}
