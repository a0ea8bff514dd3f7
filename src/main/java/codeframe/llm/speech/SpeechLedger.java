package codeframe.llm.speech;

import codeframe.db.Json;
import codeframe.feature.transcript.Transcript;
import codeframe.feature.work.FeatureRuns;
import codeframe.image.Spoken;
import codeframe.image.video.SoundPart;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Requests for transcripts in the ledger of language models. The most that one can cost is set aside in its source's budget
 * before it is sent; its transcript and its cost are kept in one step, so that none is paid for twice.
 */
final class SpeechLedger {
    private final Jdbi jdbi;
    private final Clock clock;

    SpeechLedger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A source and its budget, or neither. */
    long begin(FeatureRuns.Order order, List<Long> videos, BigDecimal cap, BigDecimal estimate) {
        return jdbi.inTransaction(handle -> {
            long source = handle.attach(FeatureRuns.class).start(order, List.of());
            handle.attach(SpeechRows.class).addWaiting(order.project(), source, videos);
            handle.createUpdate("""
                            insert into feature_budget (source_id, cap, estimate_low, estimate_high)
                            values (:source, :cap, :estimate, :estimate)
                            """)
                    .bind("source", source)
                    .bind("cap", cap)
                    .bind("estimate", estimate)
                    .execute();
            return source;
        });
    }

    /** @return its number; empty when the source's budget does not have as much left */
    Optional<Long> reserve(SpeechTurn turn, long seconds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with set_aside as (
                            update feature_budget set reserved = reserved + :most
                            where source_id = :source and spent + reserved + :most <= cap
                            returning source_id)
                        insert into llm_request (project_id, server_id, model, purpose, source_id, image_id, again,
                                                 reserved, expected_tokens, sent_at, sound_seconds, minute_price, pictures)
                        select :project, :server, :model, 'transcript', :source, :image,
                               exists (select from llm_request
                                       where source_id = :source and image_id = :image and state = 'lost'),
                               :most, 0, :now, :seconds, :price, 0
                        from set_aside
                        returning id
                        """)
                .bind("project", turn.going().project())
                .bind("server", turn.server().id())
                .bind("model", turn.settings().model())
                .bind("source", turn.source())
                .bind("image", turn.image())
                .bind("most", turn.settings().price(seconds))
                .bind("seconds", seconds)
                .bind("price", turn.settings().minutePrice())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne());
    }

    /**
     * The transcript of a part, whose times begin with it.
     *
     * @param seconds that are charged
     */
    void answered(SpeechTurn turn, Sent sent, SoundPart part, Transcript transcript, long seconds) {
        var segments = transcript.segments().stream()
                .map(one -> new Spoken(one.from() + part.from(), one.to() + part.from(), one.text()))
                .toList();
        jdbi.useTransaction(handle -> {
            settle(handle, sent, "answered", turn.settings().price(seconds), seconds, 200, null);
            handle.attach(SpeechRows.class)
                    .add(
                            turn.source(),
                            turn.image(),
                            part.from(),
                            part.to(),
                            "answered",
                            transcript.text(),
                            segments.isEmpty() ? null : Json.of(segments),
                            null);
        });
    }

    /**
     * A request that was sent.
     *
     * @param seconds of sound
     * @param begun as {@link System#nanoTime}
     */
    record Sent(long id, long seconds, long begun) {}

    /** It was refused, and cost nothing. */
    void failed(Sent sent, Integer status, String said) {
        jdbi.useHandle(handle -> settle(handle, sent, "failed", BigDecimal.ZERO, sent.seconds(), status, said));
    }

    /** Nobody knows whether it was done: it counts at the most that it can have cost. */
    void lost(SpeechTurn turn, Sent sent, String said) {
        var most = turn.settings().price(sent.seconds());
        jdbi.useHandle(handle -> settle(handle, sent, "lost", most, sent.seconds(), null, said));
    }

    private void settle(
            Handle handle, Sent sent, String state, BigDecimal cost, long seconds, Integer status, String said) {
        handle.createUpdate("""
                        with was as (
                            select id, source_id, state, reserved, cost from llm_request
                            where id = :request and state in ('sent', 'lost')
                            for update),
                        settled as (
                            update llm_request r
                            set state = :state, cost = :cost, sound_seconds = :seconds, status = :status, said = :said,
                                answered_at = :now, ms = :ms
                            from was where r.id = was.id)
                        update feature_budget b
                        set spent = b.spent + :cost - was.cost,
                            reserved = b.reserved - case when was.state = 'sent' then was.reserved else 0 end
                        from was where b.source_id = was.source_id
                        """)
                .bind("request", sent.id())
                .bind("state", state)
                .bind("cost", cost)
                .bind("seconds", seconds)
                .bind("status", status)
                .bind("said", said)
                .bind("now", clock.instant())
                .bind("ms", (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - sent.begun()) / 1_000_000))
                .execute();
    }
}
