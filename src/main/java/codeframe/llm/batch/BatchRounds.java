package codeframe.llm.batch;

import codeframe.run.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When images come round again: all at the same moments, so that what is left over of several batches meets. */
record BatchRounds(Clock clock, Duration every) {
    Result later(long image, String reason) {
        long grid = every.toMillis();
        long earliest = clock.instant().toEpochMilli() + grid / 2;
        return new Result.Later(image, Instant.ofEpochMilli((earliest / grid + 1) * grid), reason);
    }
}
