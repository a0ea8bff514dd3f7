package codeframe.feature.vision;

import codeframe.db.Json;
import codeframe.feature.FeatureRows.Feature;
import codeframe.feature.work.FeatureRuns;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Every request with what it cost, at the list price. The most that a request can cost is set aside in its source's budget
 * before it is sent; its answer and its cost are kept in one step, so that no answer is paid for twice.
 */
public final class VisionLedger {
    /** As long as images stay claimed. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final Clock clock;

    public VisionLedger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Empty when the source's budget does not have as much left. */
    Optional<Long> reserve(long project, long source, VisionRequest request, BigDecimal most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with set_aside as (
                            update feature_budget set reserved = reserved + :most
                            where source_id = :source and spent + reserved + :most <= cap
                            returning source_id)
                        insert into vision_request (project_id, source_id, images, objects, text, labels, reserved, sent_at)
                        select :project, source_id, :images, :objects, :text, :labels, :most, :now from set_aside
                        returning id
                        """)
                .bind("project", project)
                .bind("source", source)
                .bind("images", request.pictures().size())
                .bind("objects", request.units(VisionFeature.OBJECTS))
                .bind("text", request.units(VisionFeature.TEXT))
                .bind("labels", request.units(VisionFeature.LABELS))
                .bind("most", most)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne());
    }

    /** An answer, its outcomes with it. */
    void answered(long request, long source, String language, BigDecimal cost, List<Feature> features) {
        jdbi.useTransaction(handle -> {
            settle(handle, request, "answered", cost, 200, null);
            var images = features.stream().map(Feature::image).distinct().toList();
            handle.attach(FeatureRuns.class).settle(source, language, images, Json.of(features));
        });
    }

    /** It was refused, and cost nothing. */
    void failed(long request, Integer status, String said) {
        jdbi.useHandle(handle -> settle(handle, request, "failed", BigDecimal.ZERO, status, said));
    }

    /** Nobody knows whether it was done. */
    void lost(long request, BigDecimal most, String said) {
        jdbi.useHandle(handle -> settle(handle, request, "lost", most, null, said));
    }

    private void settle(Handle handle, long request, String state, BigDecimal cost, Integer status, String said) {
        handle.createUpdate("""
                        with settled as (
                            update vision_request
                            set state = :state, cost = :cost, status = :status, said = :said, answered_at = :now
                            where id = :request and state = 'sent'
                            returning source_id, reserved)
                        update feature_budget b set spent = spent + :cost, reserved = b.reserved - settled.reserved
                        from settled where b.source_id = settled.source_id
                        """)
                .bind("request", request)
                .bind("state", state)
                .bind("cost", cost)
                .bind("status", status)
                .bind("said", said)
                .bind("now", clock.instant())
                .execute();
    }

    /** What dead nodes had under way counts at the most it can have cost, whether or not anybody goes on with its source. */
    void loseOld() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with lost as (
                            update vision_request
                            set state = 'lost', cost = reserved, answered_at = :now,
                                said = 'The program ended before the answer was there.'
                            where state = 'sent' and sent_at < :before
                            returning source_id, reserved),
                        sums as (select source_id, sum(reserved) as reserved from lost group by source_id)
                        update feature_budget b set spent = spent + sums.reserved, reserved = b.reserved - sums.reserved
                        from sums where b.source_id = sums.source_id
                        """)
                .bind("now", clock.instant())
                .bind("before", clock.instant().minus(LOST_AFTER))
                .execute());
    }

    public Task<?> sweep() {
        return Tasks.recurring("vision-ledger", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> loseOld());
    }

    /** A source and its budget, or neither. */
    long begin(FeatureRuns.Order order, List<Long> images, BigDecimal cap, VisionEstimate estimate) {
        return jdbi.inTransaction(handle -> {
            long source = handle.attach(FeatureRuns.class).start(order, images);
            handle.createUpdate("""
                            insert into feature_budget (source_id, cap, estimate_low, estimate_high)
                            values (:source, :cap, :low, :high)
                            """)
                    .bind("source", source)
                    .bind("cap", cap)
                    .bind("low", estimate.low())
                    .bind("high", estimate.high())
                    .execute();
            return source;
        });
    }

    /** A cap below what is spent already is not taken. */
    boolean setCap(long project, long source, BigDecimal cap) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update feature_budget b set cap = :cap from feature_source s
                                where s.id = b.source_id and s.project_id = :project and b.source_id = :source
                                  and :cap >= b.spent + b.reserved
                                """)
                        .bind("project", project)
                        .bind("source", source)
                        .bind("cap", cap)
                        .execute())
                == 1;
    }

    /** Features of images that are known already, as when only some are asked again. */
    public record Known(long image, String kind) {}

    List<Known> known(long source, List<Long> images) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select image_id as image, kind from feature where source_id = :source and image_id = any(:images)
                        """)
                .bind("source", source)
                .bind("images", images.toArray(Long[]::new))
                .mapTo(Known.class)
                .list());
    }
}
