package codeframe.report.methods;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How images were drawn and gold was settled, for the archive. */
public interface ReplicationRows {
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

    /** An image that a sample had drawn and that was removed from the project later. */
    record Removed(long sampleId, long image, String sha256, String path, boolean gold, Instant at, String reason) {}

    @SqlQuery("""
            select d.sample_id, d.image_id as image, encode(i.sha256, 'hex') as sha256, i.path, d.gold,
                   r.removed_at as at, r.reason
            from removed_unit d
            join removed_image i on i.image_id = d.image_id
            join removal r on r.id = i.removal_id
            where i.project_id = :project
            order by d.sample_id, d.image_id
            """)
    List<Removed> removed(long project);

    /** An image of a post or video; {@code tMs} and {@code position} are null where they mean nothing. */
    record UnitPart(String unit, long lead, long image, String sha256, String path, Integer position, Integer tMs) {}

    @SqlQuery("""
            select u.unit, u.lead_id as lead, u.image_id as image, encode(i.sha256, 'hex') as sha256, u.path, u.position,
                   u.t_ms
            from unit_image u join image i on i.id = u.image_id
            where u.project_id = :project
            order by u.unit, u.lead_id, u.t_ms nulls first, u.position nulls last, u.path, u.image_id
            """)
    List<UnitPart> units(long project);

    record Settled(
            String path,
            String variable,
            String provenance,
            String reason,
            String errorType,
            Instant decidedAt,
            String sources) {}

    @SqlQuery("""
            select i.path, g.variable, g.provenance, g.reason, g.error_type, g.decided_at,
                   g.sources::text as sources
            from gold g join coding k on k.id = g.coding_id join image i on i.id = k.image_id
            where k.project_id = :project
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = k.image_id and u.coder_id = k.coder_id)
            order by i.id, g.variable
            """)
    List<Settled> settled(long project, long viewer);
}
