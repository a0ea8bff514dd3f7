package codeframe.coding.gold;

import codeframe.db.Json;
import codeframe.image.UnitPictures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What was said in a sample, and what of it is gold. */
public interface Rounds extends UnitPictures {
    @SqlQuery("""
            select s.project_id as project, s.id as sample, s.name, s.closed_at is not null as closed, s.gold_rule, s.seed,
                   s.variables, s.unit, v.id as version, v.content
            from sample s
            join codebook_version v on v.id = (
                select o.id from codebook_version o
                where o.id = s.codebook_version_id
                   or o.id in (select codebook_version_id from coding where sample_id = s.id)
                order by o.number desc limit 1)
            where s.project_id = :project and s.id = :sample
            """)
    Optional<Round> round(long project, long sample);

    /** {@code variable} is null for a coding without any code. */
    record Row(
            long image,
            long coding,
            long coder,
            String name,
            Long user,
            String note,
            boolean flagged,
            String variable,
            String value,
            String state) {}

    /** Of people, and not where a machine's suggestion was in sight. */
    @SqlQuery("""
            select k.image_id as image, k.id as coding, o.id as coder, o.name, o.user_id as user, k.note,
                   k.flagged, c.variable, c.value, c.state
            from coding k
            join coder o on o.id = k.coder_id and o.kind = 'person'
            left join code c on c.coding_id = k.id
            where k.project_id = :project and k.sample_id = :sample and not k.assisted
            order by k.image_id, o.id
            """)
    List<Row> rows(long project, long sample);

    /** {@code decidedBy} is null where a rule settled it. */
    record Settled(
            long image,
            long coding,
            String variable,
            String provenance,
            String reason,
            String errorType,
            String decidedBy,
            Instant decidedAt,
            Json codes) {}

    @SqlQuery("""
            select k.image_id as image, g.coding_id as coding, g.variable, g.provenance, g.reason,
                   coalesce(g.error_type, '') as error_type, u.name as decided_by, g.decided_at,
                   (select jsonb_agg(jsonb_build_object('value', c.value, 'state', c.state))
                    from code c where c.coding_id = g.coding_id and c.variable = g.variable) as codes
            from gold g
            join coding k on k.id = g.coding_id
            left join app_user u on u.id = g.decided_by
            where k.project_id = :project and k.sample_id = :sample
            """)
    List<Settled> settled(long project, long sample);

    /** Images that somebody still codes in another sample: they see nobody else's codes of them, and no gold. */
    @SqlQuery("select distinct image_id from blind_image where project_id = :project and user_id = :viewer")
    Set<Long> blind(long project, long viewer);

    record Earlier(Instant replacedAt, Json was) {}

    @SqlQuery("""
            select h.replaced_at, h.was
            from coding_history h
            join coding k on k.id = h.coding_id
            join coder o on o.id = k.coder_id and o.kind = 'gold'
            where k.project_id = :project and k.sample_id = :sample and k.image_id = :image
              and h.was ->> 'variable' = :variable
            order by h.id desc
            """)
    List<Earlier> earlier(long project, long sample, long image, String variable);

    record Picture(long image, int width, int height) {}

    @SqlQuery("""
            select i.image_id as image, b.width, b.height
            from sample_image i join image m on m.id = i.image_id join blob b on b.sha256 = m.sha256
            where m.project_id = :project and i.sample_id = :sample and i.image_id = :image
            """)
    Optional<Picture> picture(long project, long sample, long image);
}
