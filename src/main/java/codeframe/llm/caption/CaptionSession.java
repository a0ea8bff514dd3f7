package codeframe.llm.caption;

import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Asks as any run by a model does, and keeps the answers as captions. */
public final class CaptionSession implements Session {
    private final Session asking;
    private final long source;

    /** @param source of features, which the captions belong to */
    public CaptionSession(Session asking, long source) {
        this.asking = asking;
        this.source = source;
    }

    /** A row of features. */
    private record Caption(long image, String outcome, String text, String error) {
        static Caption of(Result.Done done) {
            var text = done.codes().stream().map(Code::value).findFirst().orElse("");
            var failure = done.error() == null ? done.outcome().label() : done.error();
            return switch (done.outcome()) {
                case CODED -> new Caption(done.image(), text.isBlank() ? "empty" : "done", text, null);
                case REFUSED -> new Caption(done.image(), "refused", "", failure);
                case UNREADABLE_IMAGE -> new Caption(done.image(), "unreadable", "", failure);
                default -> new Caption(done.image(), "error", "", failure);
            };
        }
    }

    @Override
    public boolean keep(Handle handle, List<Result.Done> settled) {
        var captions = settled.stream()
                .filter(done -> done.outcome() != Outcome.CANCELLED)
                .map(Caption::of)
                .toList();
        int kept = handle.attach(CaptionRows.class).keep(source, Json.of(captions));
        if (kept == 0 && !captions.isEmpty()) {
            throw new CannotRun(
                    "The source that this run's captions go to was removed. What was paid for is kept; continue"
                            + " the run, and further captions go to a new source.");
        }
        return true;
    }

    @Override
    public List<Result> classify(List<RunImage> images) {
        return asking.classify(images);
    }

    @Override
    public int batch() {
        return asking.batch();
    }

    @Override
    public int threads() {
        return asking.threads();
    }

    @Override
    public boolean waits() {
        return asking.waits();
    }

    @Override
    public Optional<Instant> notBefore() {
        return asking.notBefore();
    }
}
