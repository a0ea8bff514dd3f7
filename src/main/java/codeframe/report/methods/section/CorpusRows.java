package codeframe.report.methods.section;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the database knows of how images came into a project, and which of them left it. */
public interface CorpusRows {
    /** {@code images} are pictures; {@code dated} and {@code placed} are pictures and videos with a day of posting and with an account. */
    record Corpus(
            long images,
            long videos,
            long frames,
            long posts,
            long accounts,
            Instant from,
            Instant to,
            long dated,
            long placed,
            long damaged,
            long appearances) {}

    @SqlQuery("""
            select count(*) filter (where medium = 'picture') as images, count(*) filter (where medium = 'video') as videos,
                   (select count(*) from image where project_id = :project and medium = 'frame') as frames,
                   count(distinct post_id) as posts, count(distinct account) as accounts,
                   min(posted_at) as from, max(posted_at) as to, count(posted_at) as dated, count(account) as placed,
                   count(damaged) as damaged,
                   (select count(*) from appearance where project_id = :project) as appearances
            from image where project_id = :project and parent_id is null
            """)
    Corpus corpus(long project);

    /** {@code corrected} are images whose metadata a later import changed. */
    record Taken(long imports, long tables, Instant from, Instant to, long corrected) {}

    @SqlQuery("""
            select count(*) as imports, min(i.created_at) as from, max(coalesce(i.finished_at, i.created_at)) as to,
                   (select count(*) from import_table t join import m on m.id = t.import_id
                    where m.project_id = :project and not t.merged) as tables,
                   (select count(distinct c.image_id) from metadata_change c join import m on m.id = c.import_id
                    where m.project_id = :project) as corrected
            from import i
            where i.project_id = :project and i.state = 'done'
            """)
    Taken taken(long project);

    record Verdict(String verdict, long files) {}

    @SqlQuery("""
            select n.verdict, count(*) as files
            from import_item n join import i on i.id = n.import_id
            where i.project_id = :project
            group by n.verdict
            """)
    List<Verdict> verdicts(long project);

    record Lost(String verdict, String reason, long files) {}

    /** Why files did not become images, the commonest reasons. */
    @SqlQuery("""
            select n.verdict, coalesce(n.reason, '') as reason, count(*) as files
            from import_item n join import i on i.id = n.import_id
            where i.project_id = :project and n.verdict in ('damaged', 'rejected', 'skipped')
            group by n.verdict, n.reason
            order by files desc, n.verdict, reason limit 30
            """)
    List<Lost> lost(long project);

    record Removed(Instant at, String reason, long images) {}

    @SqlQuery("select removed_at as at, reason, images from removal where project_id = :project order by id")
    List<Removed> removed(long project);
}
