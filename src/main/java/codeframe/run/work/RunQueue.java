package codeframe.run.work;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.run.RunImage;
import codeframe.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The images of runs as work: claimed by one worker, settled once. */
public interface RunQueue {
    /** A run as its workers need it. */
    record Job(
            long projectId,
            long coderId,
            long versionId,
            String kind,
            String model,
            Json codebook,
            List<String> variables,
            Json parameters,
            long seed,
            RunState state,
            int start,
            Unit unit) {}

    @SqlQuery("""
            select r.project_id, c.id as coder_id, v.id as version_id, r.kind, r.model, v.content as codebook,
                   r.variables, r.parameters, r.seed, r.state, r.starts as start, r.unit
            from run r
            join coder c on c.run_id = r.id
            join codebook_version v on v.id = r.codebook_version_id
            where r.id = :run
            """)
    Optional<Job> job(long run);

    @SqlUpdate("""
            update run set state = 'running', started_at = coalesce(started_at, :now)
            where id = :run and state = 'queued'
            """)
    int begin(long run, Instant now);

    @SqlUpdate("update run set precision = :precision where id = :run and precision is distinct from :precision")
    void computedIn(long run, String precision);

    /**
     * Open images that nobody works on. One that was lost twice is only claimed alone, while nothing else of the run is
     * worked on: if the program dies again, it is known of which.
     */
    @SqlQuery("""
            with next as (
                select i.run_id, i.image_id
                from run_item i
                where i.run_id = :run and i.outcome is null
                  and i.worker is null
                  and (i.not_before is null or i.not_before <= :now)
                  and exists (select 1 from run where id = :run and state = 'running')
                  and (i.lost_claims >= 2) = :alone
                  and not (:alone and exists (
                      select 1 from run_item other
                      where other.run_id = :run and other.outcome is null and other.worker is not null))
                order by i.image_id
                limit :limit
                for update of i skip locked)
            update run_item i
            set worker = :worker, claimed_at = :now, attempts = i.attempts + 1
            from next join image on image.id = next.image_id
            where i.run_id = next.run_id and i.image_id = next.image_id
            returning image.id, image.sha256, i.retries, i.objection
            """)
    List<RunImage> claim(long run, String worker, int limit, Instant now, boolean alone);

    /** The worker lives, however long its server takes. */
    @SqlUpdate("update run_item set claimed_at = :now where run_id = :run and outcome is null and worker = :worker")
    int stillHeld(long run, String worker, Instant now);

    /** What the worker still holds is open again at once. */
    @SqlUpdate("""
            update run_item set worker = null, claimed_at = null
            where run_id = :run and outcome is null and worker = :worker
            """)
    int release(long run, String worker);

    /**
     * What earlier workers of this lane held when they died, for a lane has one worker at a time, and what others claimed
     * long ago and never settled, is open again. After the third time it is given up.
     */
    @SqlUpdate("""
            update run_item
            set worker = null, claimed_at = null, lost_claims = lost_claims + 1,
                outcome = case when lost_claims >= 2 then 'failed' end,
                error = case when lost_claims >= 2
                    then 'The program ended three times while it worked on this image.' else error end,
                finished_at = case when lost_claims >= 2 then cast(:now as timestamptz) end
            where run_id = :run and outcome is null
              and (starts_with(worker, :lane || '#') or claimed_at < :staleBefore)
            """)
    int takeOver(long run, String lane, Instant staleBefore, Instant now);

    /** @return the images that were still this worker's: only their results may be kept */
    @SqlQuery("""
            update run_item i
            set outcome = d.outcome, error = d.error, detail = d.detail, reused = d.reused, ms = d.ms,
                finished_at = :now
            from jsonb_to_recordset(:results) as d(
                image bigint, outcome text, error text, detail jsonb, reused boolean, ms integer)
            where i.run_id = :run and i.image_id = d.image and i.worker = :worker and i.outcome is null
            returning i.image_id
            """)
    List<Long> settle(long run, String worker, Json results, Instant now);

    @SqlUpdate("""
            update run_item i
            set worker = null, claimed_at = null, not_before = d.at, error = d.reason
            from jsonb_to_recordset(:results) as d(image bigint, at timestamptz, reason text)
            where i.run_id = :run and i.image_id = d.image and i.worker = :worker and i.outcome is null
            """)
    int postpone(long run, String worker, Json results);

    /** Ends the run when no image is open, in whichever worker sees that first. */
    @SqlUpdate("""
            update run set state = 'done', finished_at = :now
            where id = :run and state = 'running'
              and not exists (select 1 from run_item where run_id = :run and outcome is null)
            """)
    int finish(long run, Instant now);

    /** Stops the run, unless it was started anew since: what stopped the earlier start may be mended by now. */
    @SqlUpdate("""
            update run set state = 'failed', failure = :sentence
            where id = :run and starts = :start and state in ('queued', 'running')
            """)
    int fail(long run, int start, String sentence);

    /** When the first of the postponed images may be tried again. */
    @SqlQuery("""
            select min(not_before) from run_item
            where run_id = :run and outcome is null and worker is null
              and exists (select 1 from run where id = :run and state = 'running')
            """)
    Optional<Instant> nextDue(long run);

    /** Whether work other than this run's is due and has nobody to do it. */
    @SqlQuery("""
            select exists (
                select 1 from scheduled_tasks
                where not picked and execution_time <= :now
                  and not (task_name = 'run' and starts_with(task_instance, :run || '.')))
            """)
    boolean othersWait(long run, Instant now);

    record Waiting(long run, int start) {}

    /** Runs that somebody should be working on. */
    @SqlQuery("""
            select r.id as run, r.starts as start
            from run r
            where r.state in ('queued', 'running')
              and (exists (select 1 from run_item i
                           where i.run_id = r.id and i.outcome is null
                             and (i.worker is null or i.claimed_at < :staleBefore))
                or not exists (select 1 from run_item i where i.run_id = r.id and i.outcome is null))
            """)
    List<Waiting> waiting(Instant staleBefore);
}
