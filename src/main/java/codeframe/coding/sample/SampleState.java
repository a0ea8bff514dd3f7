package codeframe.coding.sample;

import codeframe.db.Json;
import codeframe.project.Events;
import codeframe.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What happens to a drawn sample: coders join and leave, coding is closed, a test is opened. */
public final class SampleState {
    private final Jdbi jdbi;
    private final Samples samples;
    private final BiConsumer<Handle, Sample> closed;

    /** @param closed what follows from the end of the coding, in its transaction: both happen or neither */
    public SampleState(Jdbi jdbi, BiConsumer<Handle, Sample> closed) {
        this.jdbi = jdbi;
        this.closed = closed;
        samples = jdbi.onDemand(Samples.class);
    }

    /** A coder who joins may take every image that still wants somebody. */
    public void join(Sample sample, long newcomer, long by) {
        jdbi.useTransaction(handle -> {
            lockOpen(handle, sample);
            var images = handle.createQuery("select image_id from sample_image where sample_id = :sample order by 1")
                    .bind("sample", sample.id())
                    .mapTo(Long.class)
                    .list();
            SampleCoders.add(handle, sample.id(), sample.projectId(), List.of(newcomer), images, sample.seed());
            tell(handle, sample, by, "added a coder to the sample \"" + sample.name() + "\"", Json.EMPTY);
        });
    }

    /** Gives the places of a coder back who has decided nothing. */
    public void leave(Sample sample, long coder, long by) {
        jdbi.useTransaction(handle -> {
            lockOpen(handle, sample);
            var refusal = SampleCoders.remove(handle, sample, coder);
            if (!refusal.isEmpty()) {
                throw new Problem.Conflict(refusal);
            }
            tell(handle, sample, by, "took a coder off the sample \"" + sample.name() + "\"", Json.EMPTY);
        });
    }

    /** From now on coders may see each other's codes, so nobody codes any more. */
    public void close(Sample sample, long by) {
        jdbi.useTransaction(handle -> {
            lockOpen(handle, sample);
            handle.execute("update sample set closed_at = now() where id = ?", sample.id());
            tell(handle, sample, by, "closed the coding of the sample \"" + sample.name() + "\"", Json.EMPTY);
            closed.accept(handle, sample);
        });
    }

    private static void lockOpen(Handle handle, Sample sample) {
        boolean open = handle.createQuery("select closed_at is null from sample where id = :id for update")
                .bind("id", sample.id())
                .mapTo(Boolean.class)
                .one();
        if (!open) {
            throw new Problem.Conflict("The coding of this sample is closed.");
        }
    }

    /** Breaks the seal, once. */
    public void open(Sample sample, long by, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute("select 1 from sample where id = ? for update", sample.id());
            var current = samples.sample(sample.projectId(), sample.id());
            if (!current.sealed() || !current.closed()) {
                throw new Problem.Conflict(
                        current.sealed()
                                ? "Close the coding first: whoever still codes would see what the machines said."
                                : "This sample is not sealed.");
            }
            var frozen = Opening.of(handle, sample);
            handle.createUpdate("""
                            update sample set opened_at = :now, opened_by = :by, opened_with = :frozen where id = :id
                            """)
                    .bind("now", now.atOffset(java.time.ZoneOffset.UTC))
                    .bind("by", by)
                    .bind("frozen", Json.of(frozen))
                    .bind("id", sample.id())
                    .execute();
            tell(handle, sample, by, "opened the test sample \"" + sample.name() + "\"", Json.of(frozen));
        });
    }

    private static void tell(Handle handle, Sample sample, long by, String what, Json detail) {
        handle.attach(Events.class).add(sample.projectId(), by, what, detail);
    }
}
