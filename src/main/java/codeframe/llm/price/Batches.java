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
    record Batch(long id, String token, String state, String remoteId) {}

    @SqlQuery("insert into llm_batch (run_id, token) values (:run, :token) returning id")
    long open(long run, String token);

    @SqlQuery("select id, token, state, remote_id from llm_batch where id = :batch")
    Optional<Batch> batch(long batch);

    @SqlUpdate("update llm_batch set state = 'sent', remote_id = :remoteId where id = :batch and state = 'preparing'")
    int sent(long batch, String remoteId);

    @SqlUpdate("""
            update llm_batch set state = :state, failure = :failure, finished_at = now()
            where id = :batch and state in ('preparing', 'sent')
            """)
    int end(long batch, String state, String failure);

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

    /** A batch of a run that nobody goes on with: the server is still at it, or its worker died while it made it. */
    record Abandoned(long batch, long project, long run) {}

    /** @param preparedBefore a worker that is alive has handed over by now what it began to make before that time */
    @SqlQuery("""
            select b.id as batch, r.project_id as project, r.id as run
            from llm_batch b join run r on r.id = b.run_id
            where r.state = 'cancelled'
              and (b.state = 'sent' or b.state = 'preparing' and b.created_at < :preparedBefore)
            """)
    List<Abandoned> abandoned(Instant preparedBefore);
}
