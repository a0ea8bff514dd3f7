package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Requests handed over together. */
public interface Batches {
    /** {@code remoteId} is the server's name of it, null until it is handed over. */
    record Batch(long id, long runId, String token, String state, String remoteId, List<String> files) {
        public boolean isUnderWay() {
            return state.equals("preparing") || state.equals("sent");
        }
    }

    /** @param habits words of those by which its requests are written */
    @SqlQuery("insert into llm_batch (run_id, token, habits) values (:run, :token, :habits) returning id")
    long open(long run, String token, List<String> habits);

    @SqlQuery("select id, run_id, token, state, remote_id, files from llm_batch where id = :batch")
    Optional<Batch> batch(long batch);

    /** @param files of it that are at the server */
    @SqlUpdate("update llm_batch set files = :files where id = :batch")
    void keep(long batch, List<String> files);

    /** How many requests go into one, as is chosen for the server and as it took of late. */
    @SqlQuery("select least(coalesce(batch_size, :usual), batch_bears) from llm_server where id = :server")
    int largest(long server, int usual);

    /** It took no more than that; nothing is learnt where others of ours took its room when it came. */
    @SqlUpdate("""
            update llm_server set batch_bears = :requests
            where id = :server and not exists (
                select from llm_batch b join llm_batch refused on refused.id = :batch
                where b.state in ('sent', 'done') and b.id <> :batch
                  and b.created_at <= refused.created_at and coalesce(b.finished_at, 'infinity') > refused.created_at
                  and exists (select from llm_request q where q.batch_id = b.id and q.server_id = :server))
            """)
    void bears(long server, long batch, int requests);

    @SqlUpdate("update llm_batch set state = 'sent', remote_id = :remoteId where id = :batch and state = 'preparing'")
    int sent(long batch, String remoteId);

    @SqlUpdate("""
            update llm_batch set state = :state, failure = :failure, finished_at = now()
            where id = :batch and state in ('preparing', 'sent')
            """)
    int end(long batch, String state, String failure);

    /** What was never done is nothing against the images it would have been about. */
    @SqlUpdate("update llm_request set outage = true where batch_id = :batch and state = 'failed'")
    void excuse(long batch);

    /** Batches in a row that the server did not take, since when, and what it said to the latest, at which time. */
    record Setback(long batches, Instant since, Instant latest, String failure) {}

    @SqlQuery("""
            select count(*) as batches, min(b.created_at) as since, max(b.finished_at) as latest,
                   (array_agg(coalesce(b.failure, '') order by b.id desc))[1] as failure
            from llm_batch b join run r on r.id = b.run_id
            where b.run_id = :run and b.state = 'failed' and b.created_at >= coalesce(r.continued_at, '-infinity')
              and b.id > coalesce((select max(id) from llm_batch where run_id = :run and state in ('sent', 'done')), 0)
            having count(*) > 0
            """)
    Optional<Setback> setback(long run);

    /** Whether other images of a run are on their way that can still come to those at hand, be it with the next batch. */
    @SqlQuery("""
            select count(*) > :atHand from (
                select from run_item where run_id = :run and outcome is null and lost_claims < 2
                limit cast(:atHand as bigint) + 1) as open
            """)
    boolean othersCome(long run, int atHand);

    /** One look at a time, however many workers want one. */
    @SqlUpdate("""
            update llm_batch set looked_at = :now
            where id = :batch and (looked_at is null or looked_at <= :before)
            """)
    boolean mayLook(long batch, Instant now, Instant before);

    /** A request of a batch that nothing is known of yet. */
    record Open(
            long id,
            int expectedTokens,
            BigDecimal reserved,
            BigDecimal inputPrice,
            BigDecimal cachedPrice,
            BigDecimal outputPrice,
            BigDecimal priceFactor) {

        /** By the prices of the day it was handed over. */
        public BigDecimal cost(TokenCount tokens) {
            return new Price("", LocalDate.EPOCH, inputPrice, cachedPrice, outputPrice, priceFactor).ofBatch(tokens);
        }
    }

    @SqlQuery("""
            select id, expected_tokens, reserved, input_price, cached_price, output_price, price_factor from llm_request
            where batch_id = :batch and state = 'sent'
            """)
    List<Open> open(long batch);

    /** For an image: the batch of its newest request for a question, while it is under way. */
    record Waiting(int step, int sample, long batch) {}

    @SqlQuery("""
            select step, sample, batch_id as batch from llm_request
            where run_id = :run and image_id = :image and state = 'sent' and batch_id is not null
            """)
    List<Waiting> waiting(long run, long image);

    /** The latest of a question, where it was a line that the server refused, in its own words. */
    record Refused(int status, String words, List<String> habits) {}

    @SqlQuery("""
            select q.status, q.refused_with as words, b.habits
            from llm_request q join llm_batch b on b.id = q.batch_id
            where q.refused_with is not null and q.id = (
                select max(id) from llm_request
                where run_id = :run and image_id = :image and step = :step and sample = :sample)
            """)
    Optional<Refused> refused(long run, long image, int step, int sample);

    /** Nothing of an image that was removed meanwhile, or that was sent with one. */
    @SqlUpdate("""
            update llm_request set refused_with = :words
            where id = :request and image_id is not null and not forgotten
              and not exists (select from unnest(sent_images) as sent(image)
                              where not exists (select from image i where i.id = sent.image))
            """)
    void note(long request, String words);

    /** A batch of a run that nobody goes on with: the server is still at it, or its worker died while it made it. */
    record Abandoned(long batch, long project, long run, boolean cancelled, Instant createdAt) {}

    /** @param preparedBefore a worker that is alive has handed over by now what it began to make before that time */
    @SqlQuery("""
            select b.id as batch, r.project_id as project, r.id as run, r.state = 'cancelled' as cancelled, b.created_at
            from llm_batch b join run r on r.id = b.run_id
            where r.state in ('cancelled', 'failed', 'paused')
              and (b.state = 'sent' or b.state = 'preparing' and b.created_at < :preparedBefore)
            """)
    List<Abandoned> abandoned(Instant preparedBefore);

    /** Files that could not be deleted when they were collected. */
    record Left(long batch, long project, long server, List<String> files) {}

    @SqlQuery("""
            select b.id as batch, r.project_id as project, cast(r.parameters ->> 'server' as bigint) as server, b.files
            from llm_batch b join run r on r.id = b.run_id
            where b.state in ('done', 'failed') and cardinality(b.files) > 0 and b.finished_at > :since
            order by b.id
            limit 50
            """)
    List<Left> left(Instant since);
}
