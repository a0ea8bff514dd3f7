package codeframe.llm.price;

import codeframe.db.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What came back, image by image: answers that are paid for are never asked for again. */
public interface Answered {
    /** {@code answer}, {@code refusal}, {@code finish} and the tokens of {@code logprobs} are as the server gave them, or null. */
    record Row(
            long id,
            int step,
            int sample,
            String state,
            boolean again,
            BigDecimal cost,
            Integer inputTokens,
            Integer cachedTokens,
            Integer outputTokens,
            boolean usageReported,
            Integer status,
            String said,
            String answer,
            String refusal,
            String finish,
            Integer ms,
            boolean outage,
            Json logprobs) {}

    /** Since the image was begun, or opened again on purpose; without answers that went with a removed picture. */
    @SqlQuery("""
            select q.id, q.step, q.sample, q.state, q.again, q.cost, q.input_tokens, q.cached_tokens, q.output_tokens,
                   q.usage_reported, q.status, q.said, q.answer, q.refusal, q.finish, q.ms, q.outage, q.logprobs
            from llm_request q
            join run_item i on i.run_id = q.run_id and i.image_id = q.image_id
            where q.run_id = :run and q.image_id = :image and q.sent_at >= coalesce(i.reopened_at, '-infinity')
              and not (q.forgotten and q.state = 'answered')
            order by q.id
            """)
    List<Row> rows(long run, long image);

    /** All that a run ever asked about an image; nothing while the one who looks must not see what it said. */
    @SqlQuery("""
            select id, step, sample, state, again, cost, input_tokens, cached_tokens, output_tokens, usage_reported,
                   status, said, answer, refusal, finish, ms, outage, cast(null as jsonb) as logprobs
            from llm_request
            where project_id = :project and run_id = :run and image_id = :image
              and not exists (
                  select 1 from unseen_codes(:project, :viewer) u join coder c on c.id = u.coder_id
                  where c.run_id = :run and u.image_id = :image)
            order by id
            """)
    List<Row> ofImage(long project, long run, long image, long viewer);

    /** What the run told of an image in words, each wording once; nothing while the one who looks must not see it. */
    @SqlQuery("""
            select told
            from llm_request
            where project_id = :project and run_id = :run and image_id = :image and told is not null
              and not exists (
                  select 1 from unseen_codes(:project, :viewer) u join coder c on c.id = u.coder_id
                  where c.run_id = :run and u.image_id = :image)
            group by told
            order by min(id)
            """)
    List<String> told(long project, long run, long image, long viewer);

    /** The pictures that the run sent when it asked about an image, where it sent others too; hidden as what was told is. */
    @SqlQuery("""
            select i.id
            from (select sent.image, min(sent.place) as place
                  from llm_request q, unnest(q.sent_images) with ordinality as sent(image, place)
                  where q.project_id = :project and q.run_id = :run and q.image_id = :image
                  group by sent.image) as sent
            join image i on i.id = sent.image and i.project_id = :project
            where not exists (
                select 1 from unseen_codes(:project, :viewer) u join coder c on c.id = u.coder_id
                where c.run_id = :run and u.image_id = :image)
            order by sent.place, i.id
            """)
    List<Long> sentImages(long project, long run, long image, long viewer);

    /** Who signed answers of a run, since when: several where the model changed midway. */
    record Signed(String model, String fingerprint, Instant since) {}

    @SqlQuery("""
            select s.model, s.fingerprint, s.since
            from llm_signature s join run r on r.id = s.run_id
            where r.project_id = :project and r.id = :run
            order by s.since, s.model, s.fingerprint
            limit 20
            """)
    List<Signed> signatures(long project, long run);

    /** How many tokens of input the server counted for a request, how many of them it had kept, and how many were expected. */
    record Counted(long input, int cached, int expected) {}

    /**
     * For the latest answers to a question, one an image.
     *
     * @param n at most
     */
    @SqlQuery("""
            select input_tokens as input, cached_tokens as cached, expected_tokens as expected from (
                select distinct on (image_id) id, input_tokens, cached_tokens, expected_tokens
                from llm_request
                where run_id = :run and step = :step and state = 'answered' and usage_reported
                order by image_id, id desc) as by_image
            order by id desc
            limit :n
            """)
    List<Counted> latestCounts(long run, int step, int n);

    /** Whether a question of a run was ever answered. */
    @SqlQuery("select exists (select from llm_request where run_id = :run and step = :step and state = 'answered')")
    boolean any(long run, int step);

    /**
     * About how many images a question of a run was refused as such (400, 422) since its last answer, or since the run was
     * continued. None where it was answered meanwhile; empty where it never had an answer: those to other questions say nothing.
     */
    @SqlQuery("""
            select count(distinct q.image_id)
            from llm_request q join run r on r.id = q.run_id
            where q.run_id = :run and q.step = :step and q.state = 'failed' and q.status in (400, 422)
              and q.sent_at >= coalesce(r.continued_at, '-infinity')
              and q.id > (select max(id) from llm_request where run_id = :run and step = :step and state = 'answered')
            having exists (select from llm_request where run_id = :run and step = :step and state = 'answered')
            """)
    Optional<Long> refusedImages(long run, int step);

    /** Since when a run's server has been at what was sent first and is not answered, and whether it answered before. */
    record UnderWay(Instant since, boolean answeredBefore) {}

    @SqlQuery("""
            select min(sent_at) as since,
                   exists (select from llm_request where run_id = :run and state = 'answered') as answered_before
            from llm_request
            where run_id = :run and state = 'sent' and batch_id is null
            having count(*) > 0
            """)
    Optional<UnderWay> underWay(long run);

    /** When the next image of a run is asked about that waits for its server, and why it waits; while none is worked on. */
    record Resting(Instant until, String reason) {}

    @SqlQuery("""
            select not_before as until, error as reason
            from run_item
            where run_id = :run and outcome is null and not_before > :now and error is not null
              and not exists (select from run_item i where i.run_id = :run and i.outcome is null
                              and (i.worker is not null or i.not_before is null or i.not_before <= :now))
            order by not_before
            limit 1
            """)
    Optional<Resting> resting(long run, Instant now);

    /**
     * How many tokens of input the server counted for each that was expected, at most of late.
     *
     * @param told of requests that told of an image in words, or of those that sent it: texts and images are counted otherwise
     */
    @SqlQuery("""
            select max(ratio) from (
                select input_tokens::double precision / greatest(expected_tokens, 1) as ratio
                from (select id, input_tokens, expected_tokens, pictures = 0 as in_words
                      from llm_request
                      where server_id = :server and model = :model and state = 'answered' and usage_reported
                      order by id desc
                      limit 5000) as latest
                where in_words = :told
                order by id desc
                limit 500) as latest_alike
            """)
    Optional<Double> highestRatio(long server, String model, boolean told);

    /**
     * Since when nothing of a run was answered, where its latest requests failed one and all, and about several images: then
     * it is the server and not the images. Where fewer images are open, what says that the server is away has to do, as long
     * as asking costs nothing and nobody else was answered by it meanwhile. Requests that it was too busy for do not count, nor
     * those from before the run was continued.
     *
     * @param n how many requests at least
     * @param images about how many images
     */
    @SqlQuery("""
            with since as (select coalesce(continued_at, '-infinity') as at from run where id = :run),
            latest as (
                select project_id, server_id, state, status, cost, sent_at, image_id from llm_request
                where run_id = :run and state <> 'sent' and status is distinct from 429
                  and sent_at >= (select at from since)
                order by id desc limit :n)
            select min(sent_at) from llm_request
            where run_id = :run and sent_at >= (select at from since) and state in ('failed', 'lost') and status is distinct from 429
              and id > coalesce((select max(id) from llm_request where run_id = :run and state = 'answered'), 0)
            having (select count(*) = :n and bool_and(state in ('failed', 'lost'))
                           and (count(distinct image_id) >= :images
                                or (bool_and(state = 'failed' and cost = 0 and coalesce(status, 503) in (502, 503, 529))
                                    and not exists (select from llm_request a
                                                    where a.project_id = min(latest.project_id) and a.server_id = min(latest.server_id)
                                                      and a.state = 'answered' and a.sent_at >= min(latest.sent_at))
                                    and (select count(*) from (select from run_item where run_id = :run and outcome is null
                                                               limit :images) as open_ones) < :images)) from latest)
            """)
    Optional<Instant> silentSince(long run, int n, int images);

    /** What failed about an image while nothing was answered is nothing against the image. */
    @SqlUpdate("""
            update llm_request set outage = true
            where run_id = :run and image_id = :image and sent_at >= :since and state in ('failed', 'lost') and not outage
            """)
    void outage(long run, long image, Instant since);

    /**
     * Whether the run has had answers, and every image that is still open has failed so often: then it is these images and
     * not the server.
     */
    @SqlQuery("""
            select exists (select from llm_request where run_id = :run and state = 'answered')
               and not exists (
                   select from run_item i
                   where i.run_id = :run and i.outcome is null
                     and (select count(*) from llm_request q
                          where q.run_id = i.run_id and q.image_id = i.image_id and q.state in ('failed', 'lost')
                            and q.status is distinct from 429) < :tries)
            """)
    boolean failsByImage(long run, int tries);
}
