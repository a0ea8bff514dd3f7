package codeframe.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Runs and what became of their images. */
public interface Runs {
    @SqlQuery("select * from run_overview where project_id = :project order by id desc")
    List<Run> runs(long project);

    @SqlQuery("select * from run_overview where project_id = :project and id = :run")
    Optional<Run> run(long project, long run);

    /** {@code outcome} is null for what is still open. */
    record Count(Outcome outcome, long n, long reused, long lately) {}

    /** @param since what was settled after it counts as lately */
    @SqlQuery("""
            select outcome, count(*) as n, count(*) filter (where reused) as reused,
                   count(*) filter (where finished_at > :since) as lately
            from run_item
            where run_id = :run
            group by outcome
            """)
    List<Count> counts(long run, Instant since);

    record CountOfRun(long run, @Nested Count count) {}

    /** The same of all runs of a project. */
    @SqlQuery("""
            select i.run_id as run, i.outcome, count(*) as n, count(*) filter (where i.reused) as reused,
                   count(*) filter (where i.finished_at > :since) as lately
            from run_item i join run r on r.id = i.run_id
            where r.project_id = :project
            group by i.run_id, i.outcome
            """)
    List<CountOfRun> countsOfAll(long project, Instant since);

    /** A settled image that has something to say about itself. */
    record Item(long image, String path, Outcome outcome, String error, int attempts) {}

    @SqlQuery("""
            select image.id as image, image.path, i.outcome, i.error, i.attempts
            from run_item i join image on image.id = i.image_id
            where i.run_id = :run and i.outcome = :outcome and i.image_id > :after
              and not exists (select from unseen_codes(:project, :viewer) u join coder o on o.id = u.coder_id
                              where o.run_id = i.run_id and u.image_id = i.image_id)
            order by i.image_id
            limit :limit
            """)
    List<Item> items(long project, long run, long viewer, String outcome, long after, int limit);

    /** How many of them the person must not see. */
    @SqlQuery("""
            select count(*)
            from run_item i
            where i.run_id = :run and i.outcome = :outcome
              and exists (select from unseen_codes(:project, :viewer) u join coder o on o.id = u.coder_id
                          where o.run_id = i.run_id and u.image_id = i.image_id)
            """)
    long itemsWithheld(long project, long run, long viewer, String outcome);

    /** The first that ended without codes, with why. */
    @SqlQuery("""
            select image.id as image, image.path, i.outcome, i.error, i.attempts
            from run_item i join image on image.id = i.image_id
            where i.run_id = :run and i.outcome not in ('coded', 'cancelled')
              and not exists (select from unseen_codes(:project, :viewer) u join coder o on o.id = u.coder_id
                              where o.run_id = i.run_id and u.image_id = i.image_id)
            order by i.image_id
            limit :limit
            """)
    List<Item> failures(long project, long run, long viewer, int limit);

    @SqlUpdate("""
            update run set state = 'paused'
            where project_id = :project and id = :run and state in ('queued', 'running')
            """)
    int pause(long project, long run);

    @SqlUpdate("""
            update run set state = 'queued', starts = starts + 1, failure = null, continued_at = now()
            where project_id = :project and id = :run and state in ('paused', 'failed')
            """)
    int proceed(long project, long run);

    /** Every image that has not had its turn ends here, and an answer that comes late is not taken. */
    @SqlQuery("""
            with ended as (
                update run set state = 'cancelled', finished_at = :now, failure = null
                where project_id = :project and id = :run and state not in ('done', 'cancelled')
                returning id),
            left_out as (
                update run_item set outcome = 'cancelled', finished_at = :now
                where run_id in (select id from ended) and outcome is null
                returning image_id)
            select (select count(*) from ended) > 0
            """)
    boolean cancel(long project, long run, Instant now);

    /**
     * Opens the images of one outcome again; codes they had are given up for the new answer.
     *
     * @param told whether the classifier is told what was wrong with the earlier answer
     */
    @SqlQuery("""
            with again as (
                update run_item i
                set outcome = null, worker = null, claimed_at = null, error = null, detail = null, not_before = null,
                    finished_at = null, reopened_at = now(), lost_claims = 0, retries = retries + 1,
                    objection = case when :told then error end
                from run r
                where r.project_id = :project and r.id = :run and r.state <> 'cancelled'
                  and i.run_id = r.id and i.outcome = :outcome
                returning i.image_id),
            dropped as (
                delete from coding
                where coder_id = (select id from coder where run_id = :run) and image_id in (select image_id from again)),
            reopened as (
                update run set starts = starts + 1, failure = null, finished_at = null, continued_at = now(),
                               state = case when state = 'running' then state else 'queued' end
                where id = :run and exists (select 1 from again))
            select count(*) from again
            """)
    long retry(long project, long run, String outcome, boolean told);
}
