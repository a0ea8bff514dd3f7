package codeframe.report.compare;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What coders took for their images. */
public interface MethodRows {
    /**
     * @param images how many a run settled, or a person coded with the time known
     * @param dollars what a run spent; null for people
     * @param seconds from a run's start to its end, or a person's at the screen; null where it is not known
     * @param madeGold whether the coder's own codes are among the sources of the project's gold of the variable, or the
     *     coder ruled some of it
     */
    record Taken(long coder, long images, Double dollars, Double seconds, boolean madeGold) {}

    @SqlQuery("""
            select c.id as coder,
                   case when r.id is null
                        then (select count(*) from coding k where k.coder_id = c.id and k.seconds is not null)
                        else (select count(*) from run_item m where m.run_id = r.id and m.outcome is not null) end as images,
                   cast(r.cost as double precision) as dollars,
                   case when r.id is null
                        then (select cast(sum(k.seconds) as double precision) from coding k where k.coder_id = c.id)
                        else cast(extract(epoch from r.finished_at - r.started_at) as double precision) end as seconds,
                   exists (select from gold g join coding k on k.id = g.coding_id
                           left join lateral jsonb_array_elements(g.sources) source on true
                           where k.project_id = c.project_id and g.variable = :variable
                             and (cast(source ->> 'coder' as bigint) = c.id or c.user_id = g.decided_by)) as made_gold
            from coder c left join run_overview r on r.id = c.run_id
            where c.project_id = :project and c.id = any(:coders)
            """)
    List<Taken> taken(long project, List<Long> coders, String variable);
}
