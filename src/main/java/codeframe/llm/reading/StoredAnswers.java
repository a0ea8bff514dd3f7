package codeframe.llm.reading;

import codeframe.db.Json;
import codeframe.llm.price.Answered;
import codeframe.run.RunState;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What a run's answers said outside the codebook, and the images whose answers are worth reading again. */
public interface StoredAnswers {
    /** @param images in whose answers it stands, of those that the reader may see */
    record Outside(String variable, String said, long images) {}

    @SqlQuery("""
            select o.variable, o.said, count(distinct i.image_id) as images
            from run_item i
            cross join lateral jsonb_to_recordset(i.detail -> 'outside') as o(variable text, said text)
            where i.run_id = :run and i.detail -> 'outside' is not null
              and not exists (select from unseen_codes(:project, :viewer) u join coder c on c.id = u.coder_id
                              where c.run_id = i.run_id and u.image_id = i.image_id)
            group by o.variable, o.said
            order by images desc, o.variable, o.said
            limit :limit
            """)
    List<Outside> outside(long project, long run, long viewer, int limit);

    /** How many images a reading would take. */
    @SqlQuery("""
            select count(*) from run_item i
            where i.run_id = :run
              and i.detail -> 'answers' is not null
              and (i.outcome in ('partly_coded', 'invalid_answer', 'truncated', 'refused')
                   or i.outcome = 'coded' and i.detail -> 'outside' is not null)
              and not exists (
                  select from llm_request q
                  where q.run_id = i.run_id and q.image_id = i.image_id and q.state = 'answered' and q.forgotten
                    and q.sent_at >= coalesce(i.reopened_at, '-infinity')
                    and not exists (select from llm_request a
                                    where a.run_id = q.run_id and a.image_id = q.image_id and a.step = q.step
                                      and a.sample = q.sample and a.state = 'answered' and a.id > q.id))
            """)
    long readable(long run);

    record Item(long image, String outcome) {}

    /**
     * Images with an answer that was not read as a whole, or that says something outside the codebook; not where an answer
     * went with a removed picture of the post, for its codes could not be read any more.
     */
    @SqlQuery("""
            select i.image_id as image, i.outcome
            from run_item i
            where i.run_id = :run and i.image_id > :after
              and i.detail -> 'answers' is not null
              and (i.outcome in ('partly_coded', 'invalid_answer', 'truncated', 'refused')
                   or i.outcome = 'coded' and i.detail -> 'outside' is not null)
              and not exists (
                  select from llm_request q
                  where q.run_id = i.run_id and q.image_id = i.image_id and q.state = 'answered' and q.forgotten
                    and q.sent_at >= coalesce(i.reopened_at, '-infinity')
                    and not exists (select from llm_request a
                                    where a.run_id = q.run_id and a.image_id = q.image_id and a.step = q.step
                                      and a.sample = q.sample and a.state = 'answered' and a.id > q.id))
            order by i.image_id
            limit :limit
            """)
    List<Item> items(long run, long after, int limit);

    record AnswerOf(
            long image, @org.jdbi.v3.core.mapper.Nested Answered.Row row) {}

    /** All that was answered about these images since they were begun, or opened again on purpose. */
    @SqlQuery("""
            select q.image_id as image, q.id, q.step, q.sample, q.state, q.again, q.cost, q.input_tokens, q.cached_tokens,
                   q.output_tokens, q.usage_reported, q.status, q.said, q.answer, q.refusal, q.finish, q.ms, q.outage, q.logprobs
            from llm_request q
            join run_item i on i.run_id = q.run_id and i.image_id = q.image_id
            where q.run_id = :run and q.image_id = any(:images) and q.state = 'answered' and not q.forgotten
              and q.sent_at >= coalesce(i.reopened_at, '-infinity')
            order by q.id
            """)
    List<AnswerOf> answers(long run, List<Long> images);

    /**
     * Keeps what was read, where nothing else has become of the image since; codes from before are given up for it, and
     * votes that count them are told by the number of readings.
     *
     * @param read rows of image, before (the outcome as it was), outcome, error and detail
     * @return the images that were taken
     */
    @SqlQuery("""
            with taken as (
                update run_item i set outcome = d.outcome, error = d.error, detail = d.detail
                from jsonb_to_recordset(:read) as d(image bigint, before text, outcome text, error text, detail jsonb)
                where i.run_id = :run and i.image_id = d.image and i.outcome = d.before
                returning i.image_id),
            dropped as (
                delete from coding
                where coder_id = (select id from coder where run_id = :run) and image_id in (select image_id from taken)),
            counted as (
                update run set readings = readings + 1 where id = :run and exists (select from taken))
            select image_id from taken
            """)
    List<Long> settle(long run, Json read);

    /** {@code busy} while a worker still has an image, whatever the state says. */
    record Locked(Json parameters, RunState state, boolean busy) {}

    /** Whoever reads the run's answers anew does so after the other, and nobody continues the run meanwhile. */
    @SqlQuery("""
            select r.parameters, r.state,
                   exists (select from run_item i
                           where i.run_id = r.id and i.outcome is null and i.worker is not null
                             and i.claimed_at > now() - interval '10 minutes') as busy
            from run r
            where r.project_id = :project and r.id = :run
            for update of r
            """)
    Locked locked(long project, long run);

    /** A mapping is part of the run's record. */
    @SqlUpdate("""
            update run set parameters = jsonb_set(parameters, '{mappings}', :mappings)
            where project_id = :project and id = :run
            """)
    void map(long project, long run, Json mappings);
}
