package codeframe.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A classifier made ready for one plan; used by one worker, for some seconds at a time. */
public interface Session extends AutoCloseable {
    /**
     * One result per image, in any order. A failure belongs to its image and is a result; what keeps the whole run from
     * going on is a {@link CannotRun}.
     */
    List<Result> classify(List<RunImage> images);

    /**
     * Keeps what came of images where that is no codes of the project, in the transaction that settles them.
     *
     * @param settled those whose outcome is kept
     * @return whether it did; codes are kept otherwise
     */
    default boolean keep(Handle handle, List<Result.Done> settled) {
        return false;
    }

    /** The same for looking at: with the scores behind each result where the kind has any. */
    default List<Trial> attempt(List<RunImage> images) {
        return classify(images).stream()
                .map(result -> new Trial(result, List.of()))
                .toList();
    }

    /** How many images to hand over at once. */
    default int batch() {
        return 8;
    }

    /** How many batches to keep in flight: more than one where the work is waiting for a server. */
    default int threads() {
        return 1;
    }

    /** Whether its threads mostly wait for a server: then one worker on each node keeps them all. */
    default boolean waits() {
        return false;
    }

    /** When the next image may be begun, where a server asked for peace until then. */
    default Optional<Instant> notBefore() {
        return Optional.empty();
    }

    /** What is really computed in, such as "bf16"; kept with the run. Empty where it means nothing. */
    default String precision() {
        return "";
    }

    @Override
    default void close() {}
}
