package codeframe.lift;

import codeframe.db.Json;
import codeframe.run.RunPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Whose codes can be lifted, which images make up a unit, and what was said of them. */
public interface LiftRows {
    /** Where a coder may be named. */
    long EVERYBODY = 0;

    Set<String> GOING = Set.of("queued", "running", "paused");

    /**
     * A coder of images.
     *
     * @param runKind null for people
     * @param state of the run, null for people
     * @param variables for which it has codes that are counted
     * @param scored those for which it tells a probability of every category
     * @param posts how many posts have an image that it coded
     * @param videos how many videos have a frame that it coded
     */
    record Candidate(
            long coder,
            String name,
            String kind,
            Long run,
            String runKind,
            String state,
            Integer starts,
            Integer readings,
            Integer version,
            List<String> variables,
            List<String> scored,
            long posts,
            long videos) {
        public boolean going() {
            return state != null && GOING.contains(state);
        }

        LiftSource source() {
            return new LiftSource(coder, name, kind, run, starts, readings, version);
        }
    }

    default List<Candidate> candidates(long project) {
        return candidates(project, EVERYBODY);
    }

    default Optional<Candidate> candidate(long project, long coder) {
        return coder == EVERYBODY
                ? Optional.empty()
                : candidates(project, coder).stream().findFirst();
    }

    /**
     * Those that judge posts or videos already are left out, and so is what they coded as such.
     *
     * @param coder the only one to look at, or {@link #EVERYBODY}
     */
    @SqlQuery("""
            with counted as (
                select k.id, k.coder_id, k.image_id, k.codebook_version_id
                from coding k
                left join sample s on s.id = k.sample_id
                where k.project_id = :project and (:coder = 0 or k.coder_id = :coder) and not k.assisted
                  and (k.sample_id is null or s.unit = 'image' and s.closed_at is not null
                       and s.id in (select id from closed_sample where project_id = :project))),
            units as (
                select c.coder_id, count(distinct u.lead_id) filter (where u.unit = 'post') as posts,
                       count(distinct u.lead_id) filter (where u.unit = 'video') as videos
                from counted c join judged_image u on u.project_id = :project and u.image_id = c.image_id
                group by c.coder_id),
            versions as (
                select c.coder_id, max(v.number) as version
                from counted c join codebook_version v on v.id = c.codebook_version_id group by c.coder_id),
            variables as (
                select c.coder_id, array_agg(distinct o.variable) as coded,
                       array_agg(distinct o.variable) filter (where jsonb_exists(o.detail, 'scores')) as scored
                from counted c join code o on o.coding_id = c.id group by c.coder_id)
            select c.id as coder, c.name, c.kind, c.run_id as run, r.kind as run_kind, r.state, r.starts, r.readings,
                   v.version, coalesce(x.coded, '{}') as variables, coalesce(x.scored, '{}') as scored,
                   coalesce(u.posts, 0) as posts, coalesce(u.videos, 0) as videos
            from coder c
            left join run r on r.id = c.run_id
            left join units u on u.coder_id = c.id
            left join versions v on v.coder_id = c.id
            left join variables x on x.coder_id = c.id
            where c.project_id = :project and (:coder = 0 or c.id = :coder)
              and (r.id is null or r.unit = 'image' and r.kind <> 'caption')
            order by array_position(array['person', 'imported', 'gold', 'run'], c.kind), c.id
            """)
    List<Candidate> candidates(long project, long coder);

    /** How a source that is a run stands by now. */
    record Standing(String name, String state, int starts, int readings) {}

    @SqlQuery("""
            select c.name, r.state, r.starts, r.readings
            from coder c join run r on r.id = c.run_id
            where c.project_id = :project and c.id = :coder
            """)
    Optional<Standing> standing(long project, long coder);

    /**
     * An image of a unit, of a video its frames; those of one unit come in their order.
     *
     * @param tMs when a frame is seen, in milliseconds; null for pictures
     * @param shot of a frame, or null
     * @param endsMs the length of its video; null where nobody knows it
     */
    record Member(long lead, long image, Integer tMs, Integer shot, Integer endsMs) {}

    @SqlQuery("""
            select u.lead_id as lead, u.image_id as image, i.t_ms, i.shot, v.duration_ms as ends_ms
            from judged_image u join image i on i.id = u.image_id
            left join image p on p.id = i.parent_id
            left join video v on v.sha256 = p.sha256
            where u.project_id = :project and u.unit = :unit and u.lead_id = any(:leads)
            order by u.lead_id, u.position nulls last, coalesce(p.path, u.path), u.parent_id, u.t_ms, u.image_id
            """)
    List<Member> members(long project, String unit, List<Long> leads);

    /** One value of one coding of an image. */
    record Said(long image, long coding, String variable, String value, String state, Json scores) {}

    /**
     * What the source said of images; of two codings of one image the later comes last. Not what was coded with a
     * machine's suggestion in sight, in a sample still open or sealed, or of a whole post or video.
     *
     * @param scored whether probabilities are read, which are the larger part of an answer
     */
    @SqlQuery("""
            select c.image_id as image, c.coding_id as coding, c.variable, c.value, c.state,
                   case when :scored then c.detail -> 'scores' end as scores
            from coding k
            join code c on c.coding_id = k.id
            left join sample s on s.id = k.sample_id
            where k.project_id = :project and k.coder_id = :coder and k.image_id = any(:images)
              and c.variable = any(:variables) and not k.assisted
              and (k.sample_id is null or s.unit = 'image'
                   and s.id in (select id from closed_sample where project_id = :project))
            order by k.updated_at, k.id, c.value
            """)
    List<Said> said(long project, long coder, List<Long> images, List<String> variables, boolean scored);

    /** The same of all units of a lift, kept for it once; who comes second waits for the first. */
    @Transaction
    default void pin(RunPlan plan, long run, long coder, boolean scored) {
        if (begin(run) > 0) {
            keep(plan.project(), plan.unit().word(), run, coder, plan.variables(), scored);
        }
    }

    @SqlUpdate("insert into lift_pin (run_id) values (:run) on conflict do nothing")
    int begin(long run);

    @SqlUpdate("""
            insert into lift_said (run_id, image_id, position, coding, variable, value, state, scores)
            select :run, c.image_id, row_number() over (order by k.updated_at, k.id, c.value), c.coding_id, c.variable,
                   c.value, c.state, case when :scored then c.detail -> 'scores' end
            from coding k
            join code c on c.coding_id = k.id
            left join sample s on s.id = k.sample_id
            where k.project_id = :project and k.coder_id = :coder and c.variable = any(:variables) and not k.assisted
              and k.image_id in (select u.image_id from judged_image u join run_item i on i.image_id = u.lead_id
                                 where u.project_id = :project and u.unit = :unit and i.run_id = :run)
              and (k.sample_id is null or s.unit = 'image'
                   and s.id in (select id from closed_sample where project_id = :project))
            """)
    void keep(long project, String unit, long run, long coder, List<String> variables, boolean scored);

    @SqlQuery("""
            select image_id as image, coding, variable, value, state, scores from lift_said
            where run_id = :run and image_id = any(:images)
            order by position
            """)
    List<Said> pinned(long run, List<Long> images);
}
