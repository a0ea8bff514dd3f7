package codeframe.report.methods.section;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the database knows of how images were drawn and coded by people, in closed samples and outside of samples. */
public interface CodingRows {
    /** {@code role} is null for gold and imported people; {@code seconds} are those at the coding screen. */
    record CoderFacts(
            String name,
            String kind,
            String role,
            long codings,
            long assisted,
            double seconds,
            Instant first,
            Instant last) {}

    @SqlQuery("""
            select c.name, c.kind, m.role, count(k.id) as codings, count(k.id) filter (where k.assisted) as assisted,
                   coalesce(sum(k.seconds), 0)::double precision as seconds, min(k.created_at) as first,
                   max(k.created_at) as last
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

    /** A stratum of a closed sample; {@code by} is empty where nothing divided the images. */
    record Stratum(long sample, String by, String stratum, long images, double least, double most) {}

    @SqlQuery("""
            select s.id as sample, coalesce(s.strata #>> '{by,by}', '') as by, u.stratum, count(*) as images,
                   min(u.probability) as least, max(u.probability) as most
            from closed_sample d join sample s on s.id = d.id join sample_image u on u.sample_id = s.id
            where d.project_id = :project
            group by s.id, u.stratum
            order by s.id, u.stratum
            """)
    List<Stratum> strata(long project);

    /** How many people and hours a closed sample took. */
    record Crew(long sample, long people, double seconds) {}

    @SqlQuery("""
            select d.id as sample, count(distinct c.id) as people,
                   coalesce(sum(k.seconds), 0)::double precision as seconds
            from closed_sample d
            join coding k on k.sample_id = d.id
            join coder c on c.id = k.coder_id and c.kind = 'person'
            where d.project_id = :project
            group by d.id
            """)
    List<Crew> crews(long project);

    /** {@code sample} is 0 for gold outside of samples. */
    record Route(long sample, String provenance, long codes, long reasons, long deciders) {}

    @SqlQuery("""
            select coalesce(k.sample_id, 0) as sample, g.provenance, count(*) as codes,
                   count(*) filter (where g.reason <> '') as reasons, count(distinct g.decided_by) as deciders
            from gold g join coding k on k.id = g.coding_id
            where k.project_id = :project
              and (k.sample_id is null or k.sample_id in (select id from closed_sample where project_id = :project))
            group by 1, 2
            order by 1, 2
            """)
    List<Route> routes(long project);

    @SqlQuery("select count(distinct image_id) from example_image where project_id = :project")
    long examples(long project);
}
