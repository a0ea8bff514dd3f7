package codeframe.report.methods;

import codeframe.db.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the database knows of how a study was done. */
public interface MethodsRows {
    record Corpus(long images, long posts, long accounts, Instant from, Instant to, long damaged, long imports) {}

    @SqlQuery("""
            select count(*) as images, count(distinct post_id) as posts, count(distinct account) as accounts,
                   min(posted_at) as from, max(posted_at) as to, count(damaged) as damaged,
                   count(distinct import_id) as imports
            from image where project_id = :project
            """)
    Corpus corpus(long project);

    /** {@code hash} is of the whole codebook as it was published. */
    record Published(int number, Instant publishedAt, String by, String note, String hash, Json content) {}

    @SqlQuery("""
            select v.number, v.published_at, u.name as by, v.note,
                   encode(sha256(convert_to(v.content::text, 'UTF8')), 'hex') as hash, v.content
            from codebook_version v left join app_user u on u.id = v.published_by
            where v.project_id = :project and v.number is not null
            order by v.number
            """)
    List<Published> versions(long project);

    /** {@code role} is null for runs, gold and imported people. */
    record CoderFacts(
            String name, String kind, String role, long codings, long assisted, Instant first, Instant last) {}

    @SqlQuery("""
            select c.name, c.kind, m.role, count(k.id) as codings, count(k.id) filter (where k.assisted) as assisted,
                   min(k.created_at) as first, max(k.created_at) as last
            from coder c
            left join member m on m.project_id = c.project_id and m.user_id = c.user_id
            left join coding k on k.coder_id = c.id
              and (k.sample_id is null or k.sample_id in (select id from closed_sample where project_id = :project))
            where c.project_id = :project and c.kind <> 'run'
            group by c.id, m.role
            order by c.kind, c.id
            """)
    List<CoderFacts> coders(long project);

    record Overlap(long sample, long codes, long images) {}

    /** How many images of every closed sample were coded by how many people. */
    @SqlQuery("""
            select sample, codes, count(*) as images
            from (select m.sample_id as sample, m.image_id, count(distinct c.id) as codes
                  from closed_sample s
                  join sample_image m on m.sample_id = s.id
                  left join coding k on k.sample_id = m.sample_id and k.image_id = m.image_id
                  left join coder c on c.id = k.coder_id and c.kind = 'person'
                  where s.project_id = :project
                  group by m.sample_id, m.image_id) counted
            group by sample, codes
            order by sample, codes
            """)
    List<Overlap> overlaps(long project);

    record Route(String provenance, long codes, long reasons) {}

    @SqlQuery("""
            select g.provenance, count(*) as codes, count(*) filter (where g.reason <> '') as reasons
            from gold g join coding k on k.id = g.coding_id
            where k.project_id = :project
              and (k.sample_id is null or k.sample_id in (select id from closed_sample where project_id = :project))
            group by g.provenance
            order by g.provenance
            """)
    List<Route> routes(long project);

    record RunFacts(
            long id,
            long coderId,
            String kind,
            String name,
            String model,
            Integer codebookVersion,
            List<String> variables,
            Json parameters,
            Json images,
            long seed,
            String state,
            String precision,
            long total,
            BigDecimal cost,
            Instant startedAt,
            Instant finishedAt,
            Json outcomes) {}

    @SqlQuery("""
            select r.id, r.coder_id, r.kind, r.name, r.model, r.codebook_version, r.variables, r.parameters, r.images,
                   r.seed, r.state, r.precision, r.total, r.cost, r.started_at, r.finished_at,
                   (select coalesce(jsonb_object_agg(outcome, n), '{}')
                    from (select coalesce(outcome, 'waiting') as outcome, count(*) as n
                          from run_item where run_id = r.id group by 1) counted) as outcomes
            from run_overview r
            where r.project_id = :project
            order by r.id
            """)
    List<RunFacts> runs(long project);

    @SqlQuery("select count(distinct image_id) from example_image where project_id = :project")
    long examples(long project);

    /** Of every code that is closed, by the content of its image: the same data give the same hash on any machine. */
    @SqlQuery("""
            select encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' order by line collate "C"), ''), 'UTF8')), 'hex')
            from (select md5(concat_ws('|', encode(i.sha256, 'hex'), r.kind, r.name, c.variable, c.value, c.state,
                                       v.number, coalesce(k.sample_id, 0))) as line
                  from coding k
                  join code c on c.coding_id = k.id
                  join coder r on r.id = k.coder_id
                  join image i on i.id = k.image_id
                  join codebook_version v on v.id = k.codebook_version_id
                  where k.project_id = :project
                    and (k.sample_id is null
                         or k.sample_id in (select id from closed_sample where project_id = :project))) lines
            """)
    String hash(long project);
}
