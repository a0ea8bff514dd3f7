package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Every request of every node, with what it cost. The most that a request can cost is set aside in its run's budget before
 * it is sent, so that no number of workers together spends more than the cap.
 */
public final class Ledger {
    /** A request of which nothing was heard for so long is taken for lost with its worker, unless its server has longer. */
    public static final Duration LOST_AFTER = Duration.ofMinutes(15);

    private final Jdbi jdbi;
    private final Clock clock;

    public Ledger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Notes a request before it is sent.
     *
     * @param price what it is charged by, whatever the price list says when the answer comes
     * @param atMost what it can cost at most
     * @return its number; empty when the run's budget does not have as much left
     */
    public Optional<Long> reserve(Request request, Price price, BigDecimal atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with set_aside as (
                            update llm_budget set reserved = reserved + :atMost
                            where run_id = :run and spent + reserved + :atMost <= cap
                            returning run_id)
                        insert into llm_request (project_id, server_id, model, purpose, run_id, image_id, step,
                                                 sample, again, batch_id, reserved, expected_tokens, sent_at,
                                                 input_price, cached_price, output_price, told, pictures, sent_images, price_factor,
                                                 unpriced)
                        select :project, :server, :model, :purpose, :run, :image, :step,
                               :sample, :again, :batch, :atMost, :expected, :now, :price.input, :price.cachedInput,
                               :price.output, :sent.told, :sent.pictures, nullif(:sentImages, '{}'),
                               case when cast(:batch as bigint) is null then 1 else :price.batchFactor end,
                               :price.isUnknown
                        where cast(:run as bigint) is null or exists (select from set_aside)
                        returning id
                        """)
                .bindMethods(request)
                .bindMethods("price", price)
                .bindArray("sentImages", Long.class, request.sent().images())
                .bind("atMost", atMost)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne());
    }

    /**
     * Notes how it ended, once; an answer that comes after it was taken for lost puts its cost right. What is said of an
     * image that was removed meanwhile, or together with one, is not kept.
     */
    public void settle(long request, Receipt receipt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with was as (
                            select id, run_id, state, reserved, cost,
                                   forgotten or image_id is null and purpose <> 'test'
                                   or exists (select from unnest(sent_images) as sent(image)
                                              where not exists (select from image i where i.id = sent.image)) as removed
                            from llm_request
                            where id = :request and state in ('sent', 'lost')
                            for update),
                        settled as (
                            update llm_request r
                            set state = :state, forgotten = was.removed, cost = :cost, input_tokens = :input, cached_tokens = :cached,
                                output_tokens = :output, usage_reported = :reported, status = :status, said = :said,
                                told = case when not was.removed then r.told end,
                                answer = case when not was.removed then :answer end,
                                refusal = case when not was.removed then :refusal end, finish = :finish,
                                logprobs = case when not was.removed then cast(:logprobs as jsonb) end, answered_at = :now, ms = :ms,
                                answered_by = :signature.model, fingerprint = :signature.fingerprint,
                                reasoning_tokens = :signature.reasoning
                            from was where r.id = was.id),
                        signed as (
                            insert into llm_signature (run_id, model, fingerprint, since)
                            select run_id, cast(:signature.model as text),
                                   coalesce(cast(:signature.fingerprint as text), ''), :now
                            from was
                            where run_id is not null and cast(:signature.model as text) is not null
                            on conflict do nothing)
                        update llm_budget b
                        set spent = b.spent + :cost - was.cost,
                            reserved = b.reserved - case when was.state = 'sent' then was.reserved else 0 end
                        from was where b.run_id = was.run_id
                        """)
                .bind("request", request)
                .bindMethods("signature", receipt.signature())
                .bind("state", receipt.state())
                .bind("cost", receipt.cost())
                .bind("input", receipt.inputTokens())
                .bind("cached", receipt.cachedTokens())
                .bind("output", receipt.outputTokens())
                .bind("reported", receipt.reported())
                .bind("status", receipt.status())
                .bind("said", receipt.said())
                .bind("answer", receipt.answer())
                .bind("refusal", receipt.refusal())
                .bind("finish", receipt.finish())
                .bind("logprobs", receipt.logprobs())
                .bind("now", clock.instant())
                .bind("ms", receipt.ms())
                .execute());
    }

    /** What a dead worker had under way for an image counts at the most it can have cost. */
    public void lose(long run, long image) {
        jdbi.useHandle(handle -> handle.createUpdate(LOSE.formatted("""
                        run_id = :run and image_id = :image and batch_id is null"""))
                .bind("run", run)
                .bind("image", image)
                .execute());
    }

    /** The same for requests that nobody will come back for, as of a cancelled run. */
    public int loseOld() {
        return jdbi.withHandle(handle -> handle.createUpdate(LOSE.formatted("""
                        batch_id is null and sent_at < :before and sent_at < cast(:now as timestamptz) - interval '1 minute'
                            * (5 + (select coalesce(patience_minutes, 0) from llm_server s where s.id = server_id))"""))
                .bind("now", clock.instant())
                .bind("before", clock.instant().minus(LOST_AFTER))
                .execute());
    }

    /** The same for a video that is to be written down. */
    public void loseOf(long source, long image) {
        jdbi.useHandle(handle -> handle.createUpdate(LOSE.formatted("source_id = :source and image_id = :image"))
                .bind("source", source)
                .bind("image", image)
                .execute());
    }

    private static final String LOSE = """
            with lost as (
                update llm_request
                set state = 'lost', cost = reserved, said = 'The program ended before the answer was there.'
                where state = 'sent' and %s
                returning run_id, source_id, reserved),
            sums as (select run_id, sum(reserved) as reserved from lost where run_id is not null group by run_id),
            of_sources as (
                update feature_budget b
                set spent = b.spent + s.reserved, reserved = b.reserved - s.reserved
                from (select source_id, sum(reserved) as reserved from lost group by source_id) s
                where b.source_id = s.source_id)
            update llm_budget b
            set spent = b.spent + sums.reserved, reserved = b.reserved - sums.reserved
            from sums where b.run_id = sums.run_id
            """;
}
