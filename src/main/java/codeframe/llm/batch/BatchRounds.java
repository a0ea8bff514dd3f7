package codeframe.llm.batch;

import codeframe.run.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** When images come round again: all at the same moments, so that what is left over of several batches meets. */
record BatchRounds(Clock clock, Duration every) {
    Result later(long image, String reason) {
        return new Result.Later(image, next(), reason);
    }

    private Instant next() {
        long grid = every.toMillis();
        long earliest = clock.instant().toEpochMilli() + grid / 2;
        return Instant.ofEpochMilli((earliest / grid + 1) * grid);
    }

    /** As soon as somebody is free. */
    static Result.Later atOnce(long image, String reason) {
        return new Result.Later(image, Instant.EPOCH, reason);
    }

    /** However long it took to look at all of them, images that wait for a moment wait for the same. */
    List<Result> together(Collection<Result> results) {
        var next = next();
        return results.stream()
                .map(one -> one instanceof Result.Later later
                                && later.at().isAfter(Instant.EPOCH)
                                && later.at().isBefore(next)
                        ? new Result.Later(later.image(), next, later.reason())
                        : one)
                .toList();
    }
}
