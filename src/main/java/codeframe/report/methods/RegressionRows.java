package codeframe.report.methods;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** One row for each image a machine labelled, as regressions on machine labels want it. */
public interface RegressionRows {
    /** {@code gold}, {@code probability} and {@code stratum} are null where the image is not in the sample. */
    record Row(
            long image,
            String path,
            String post,
            String account,
            Instant postedAt,
            String machine,
            String gold,
            Double probability,
            String stratum) {}

    @SqlQuery("""
            select i.id as image, i.path, p.external_id as post, i.account, i.posted_at, said.value as machine,
                   truth.value as gold, u.probability, u.stratum
            from image i
            left join post p on p.id = i.post_id
            join lateral (
                select c.value from coding k join code c on c.coding_id = k.id
                where k.image_id = i.id and k.coder_id = :machine and c.variable = :variable and c.state = 'coded'
                  and not exists (select from unseen_codes(:project, :viewer) u
                                  where u.image_id = k.image_id and u.coder_id = k.coder_id)
                order by k.updated_at desc, k.id desc limit 1) said on true
            left join lateral (
                select c.value from coding k join code c on c.coding_id = k.id
                where k.image_id = i.id and k.coder_id = :gold and c.variable = :variable and c.state = 'coded'
                  and not exists (select from unseen_codes(:project, :viewer) u
                                  where u.image_id = k.image_id and u.coder_id = k.coder_id)
                order by k.updated_at desc, k.id desc limit 1) truth on true
            left join sample_image u on u.sample_id = :sample and u.image_id = i.id
            where i.project_id = :project
            order by i.id
            """)
    List<Row> rows(long project, long machine, long gold, String variable, long sample, long viewer);

    /**
     * Where strata are what a machine said and the reader must not see it, the stratum is "withheld" and the probability
     * null.
     */
    record Drawn(
            String sample,
            long sampleId,
            long image,
            String sha256,
            String path,
            String stratum,
            Double probability,
            boolean overlap) {}

    @SqlQuery("""
            select s.name as sample, s.id as sample_id, u.image_id as image, encode(i.sha256, 'hex') as sha256, i.path,
                   case when hidden.image_id is null then u.stratum else 'withheld' end as stratum,
                   case when hidden.image_id is null then u.probability end as probability, u.overlap
            from sample s
            join sample_image u on u.sample_id = s.id
            join image i on i.id = u.image_id
            left join (select distinct x.image_id
                       from unseen_codes(:project, :viewer) x join coder r on r.id = x.coder_id and r.kind = 'run') hidden
              on hidden.image_id = u.image_id and s.strata #>> '{by,by}' in ('category', 'confidence')
            where s.project_id = :project
            order by s.id, u.image_id
            """)
    List<Drawn> drawn(long project, long viewer);

    record Settled(String path, String variable, String provenance, String reason, String sources) {}

    @SqlQuery("""
            select i.path, g.variable, g.provenance, g.reason, g.sources::text as sources
            from gold g join coding k on k.id = g.coding_id join image i on i.id = k.image_id
            where k.project_id = :project
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = k.image_id and u.coder_id = k.coder_id)
            order by i.id, g.variable
            """)
    List<Settled> settled(long project, long viewer);
}
