package codeframe.report.validation;

import codeframe.db.Json;
import codeframe.report.study.Scope;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is known of a machine's images besides its codes. */
public interface ValidationRows {
    /** A post that shows the image, or the video of a frame, and that video where no post shows it; {@code week} is the ISO week of posting, and what is not known is empty. */
    record Dealt(long image, String post, String account, String week) {}

    /**
     * The posts, the first before further ones, of images that the coder coded, or that ended without a code: refused, invalid, unreadable or failed; what is sealed,
     * and what is in a sample that is still open, is left out.
     *
     * @param kept images that count although they are coded again in an open sample
     */
    @SqlQuery("""
            with shown as (
                select f.id, coalesce(f.post_id, v.post_id) as post_id, f.account, f.posted_at, 0 as place,
                       f.parent_id as video
                from image f left join image v on v.id = f.parent_id
                where f.project_id = :project
                union all
                select image_id, post_id, account, posted_at, id, null from appearance where project_id = :project
                union all
                select f.id, a.post_id, a.account, a.posted_at, a.id, f.parent_id
                from appearance a join image f on f.parent_id = a.image_id
                where a.project_id = :project),
            judging as (
                select coalesce(r.unit, 'image') as unit from coder o left join run r on r.id = o.run_id where o.id = :coder)
            select i.id as image, coalesce('post-' || i.post_id, 'video-' || i.video, '') as post, coalesce(i.account, '') as account,
                   coalesce(to_char(i.posted_at, 'IYYY"-W"IW'), '') as week
            from shown i
            where (:in.account = '' or i.account = :in.account)
              and (:in.from = '' or i.posted_at >= cast(nullif(:in.from, '') as date))
              and (:in.to = '' or i.posted_at < cast(nullif(:in.to, '') as date) + 1)
              and (i.id in (select image_id from coding
                            where project_id = :project and coder_id = :coder and not assisted
                              and (sample_id is null
                                   or sample_id in (select id from closed_sample where project_id = :project)))
                   or i.id in (select m.image_id from run_item m join coder c on c.run_id = m.run_id
                               where c.id = :coder and m.outcome is not null and m.outcome <> 'coded'))
              and i.id not in (select image_id from sealed_image where project_id = :project)
              and i.id not in (select z.lead_id from sealed_unit z, judging j where z.project_id = :project and z.unit = j.unit)
              and (i.id = any(:kept)
                   or i.id not in (select image_id from open_image where project_id = :project)
                      and i.id not in (select o.lead_id from open_unit o, judging j
                                       where o.project_id = :project and o.unit = j.unit))
            order by i.id, i.place
            """)
    List<Dealt> dealt(long project, long coder, List<Long> kept, @BindMethods("in") Scope scope);

    record Spent(long image, String reason) {}

    /** Images that taught somebody: nothing may be measured on them. */
    @SqlQuery("""
            select distinct m.image_id as image, 'training' as reason
            from sample s join sample_image m on m.sample_id = s.id
            where s.project_id = :project and s.purpose = 'training'
            union all
            select image_id, 'example' from example_image where project_id = :project
            """)
    List<Spent> spent(long project);

    /**
     * Runs that took their threshold of the variable from gold of these samples.
     *
     * @param samples none for all
     */
    @SqlQuery("""
            select distinct r.name
            from run_threshold t join run r on r.id = t.run_id join coder c on c.run_id = r.id
            where r.project_id = :project and c.id = any(:coders) and t.variable = :variable
              and (cardinality(:samples) = 0 or t.sample_id = any(:samples))
            order by r.name
            """)
    List<String> tuned(long project, List<Long> coders, String variable, List<Long> samples);

    /** Which images a run was asked, as a filter; empty for all, and where the coder is no run. */
    @SqlQuery("""
            select coalesce(max(r.images ->> 'query'), '')
            from coder c join run r on r.id = c.run_id
            where c.project_id = :project and c.id = :coder
            """)
    String asked(long project, long coder);

    /** Whose answers a vote counts; nobody's where the coder is no vote. */
    @SqlQuery("""
            select t.coder_id
            from coder c join vote_voter t on t.run_id = c.run_id
            where c.project_id = :project and c.id = :coder
            order by t.position
            """)
    List<Long> voters(long project, long coder);

    /**
     * Who has a part in both: a voter of the vote, or of a vote among its voters, that is the gold itself, or whose codes
     * or rulings made gold of these images.
     */
    @SqlQuery("""
            with recursive voters as (
                select t.coder_id
                from coder c join vote_voter t on t.run_id = c.run_id
                where c.project_id = :project and c.id = :coder
                union
                select t.coder_id
                from voters v join coder c on c.id = v.coder_id join vote_voter t on t.run_id = c.run_id)
            select c.name
            from coder c
            where c.id in (select coder_id from voters)
              and (c.id = :gold
                   or c.id in (select cast(source ->> 'coder' as bigint)
                               from coding k join gold g on g.coding_id = k.id and g.variable = :variable
                               cross join lateral jsonb_array_elements(g.sources) source
                               where k.project_id = :project and k.coder_id = :gold and k.image_id = any(:images))
                   or c.user_id in (select g.decided_by
                                    from coding k join gold g on g.coding_id = k.id and g.variable = :variable
                                    where k.project_id = :project and k.coder_id = :gold and k.image_id = any(:images)))
            order by c.name
            """)
    List<String> votersOfGold(long project, long coder, long gold, String variable, List<Long> images);

    /** Voters that were run or read again since the vote began, or have later codes of these images. */
    @SqlQuery("""
            select u.name
            from coder c
            join run vote on vote.id = c.run_id
            cross join lateral jsonb_to_recordset(vote.parameters -> 'voters')
                as pinned(coder bigint, starts integer, readings integer)
            join coder u on u.id = pinned.coder
            left join run r on r.id = u.run_id
            where c.project_id = :project and c.id = :coder
              and (r.starts <> pinned.starts or r.readings <> pinned.readings
                   or exists (select from coding k
                              where k.project_id = :project and k.coder_id = u.id and k.image_id = any(:images)
                                and k.updated_at > vote.created_at))
            order by u.name
            """)
    List<String> changedVoters(long project, long coder, List<Long> images);

    /** Keys of the variables for which these coders of the project have codes. */
    @SqlQuery("""
            select distinct c.variable
            from coder k join code c on c.coder_id = k.id
            where k.project_id = :project and k.id = any(:coders) and c.state = 'coded'
            """)
    Set<String> coded(long project, List<Long> coders);

    /** {@code scores} is the probability of every category, where the machine tells it. */
    record Sureness(long image, Double confidence, Json scores) {
        Map<String, Double> byClass() {
            return scores == null ? Map.of() : scores.as(new TypeReference<Map<String, Double>>() {});
        }
    }

    /** The confidence by its decimals: a real number of four bytes is another double in the driver's binary transfer. */
    @SqlQuery("""
            select c.image_id as image, cast(cast(c.confidence as text) as double precision) as confidence, c.detail -> 'scores' as scores
            from code c
            where c.coder_id = :coder and c.variable = :variable and c.image_id = any(:images)
              and c.state = 'coded' and c.confidence is not null
            """)
    List<Sureness> sureness(long coder, String variable, List<Long> images);
}
