package codeframe.report.compare;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What coders took for their images. */
public interface MethodRows {
    /**
     * @param dollars what a run spent on a thousand images, of a vote together with all whom it counts, of a cascade with
     *     each for the share of images that came to it; null for people, and where a vote counts one
     * @param seconds for a thousand images, from a run's start to its end or a person's at the screen, of a vote
     *     together with all whom it counts; null where it is not known, and where a vote counts somebody who is no run
     * @param madeGold whether the coder's own codes are among the sources of that gold of the variable on these images, or the
     *     coder ruled some of it
     */
    record Taken(long coder, Double dollars, Double seconds, boolean madeGold) {}

    @SqlQuery("""
            with recursive needed as (
                select c.id as coder, c.id as voter, c.run_id, cast(1 as double precision) as share
                from coder c where c.project_id = :project and c.id = any(:coders)
                union
                select n.coder, v.id, v.run_id,
                       n.share * case when p.model = 'cascade' and (p.parameters ->> 'pass' <> 'differ'
                                                or t.position = jsonb_array_length(p.parameters -> 'voters'))
                                      then reached(n.voter, t.position) else 1 end
                from needed n join vote_voter t on t.run_id = n.run_id join run p on p.id = n.run_id
                left join coder v on v.id = t.coder_id),
            asked as (select coder, voter, run_id, max(share) as share from needed group by coder, voter, run_id),
            each_one as (
                select n.coder, n.run_id, n.share * cast(r.cost as double precision) as dollars,
                       n.share * cast(extract(epoch from r.finished_at - r.started_at) as double precision) as seconds,
                       nullif((select count(*) from run_item m
                               where m.run_id = n.run_id and m.outcome is not null), 0) / 1000.0 as thousands
                from asked n join run_overview r on r.id = n.run_id
                union all
                select n.coder, null, null, n.share * p.seconds, nullif(p.images, 0) / 1000.0
                from asked n cross join lateral (
                    select count(*) as images, cast(sum(k.seconds) as double precision) as seconds
                    from coding k
                    where k.coder_id = n.voter and k.seconds is not null and not k.assisted
                      and (k.sample_id is null or k.sample_id in (select id from closed_sample))) p
                where n.run_id is null),
            together as (
                select coder,
                       case when count(*) = count(dollars / thousands) then sum(dollars / thousands) end as dollars,
                       case when count(*) = count(seconds / thousands) and (count(*) = 1 or count(*) = count(run_id))
                            then sum(seconds / thousands) end as seconds
                from each_one group by coder)
            select c.id as coder, t.dollars, t.seconds,
                   exists (select from gold g join coding k on k.id = g.coding_id
                           left join lateral jsonb_array_elements(g.sources) source on true
                           where k.project_id = c.project_id and g.variable = :variable
                             and k.coder_id = :gold and k.image_id = any(:images)
                             and (cast(source ->> 'coder' as bigint) = c.id or c.user_id = g.decided_by)) as made_gold
            from coder c join together t on t.coder = c.id
            where c.project_id = :project and c.id = any(:coders)
            """)
    List<Taken> taken(long project, List<Long> coders, String variable, long gold, List<Long> images);
}
