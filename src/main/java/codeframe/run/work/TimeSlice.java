package codeframe.run.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Says when a lane's turn is over: after its time, as soon as others wait. Whether they do is asked once a second. */
final class TimeSlice implements BooleanSupplier {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Predicate<Instant> othersWait;
    private Instant nextLook;
    private boolean over;

    TimeSlice(Clock clock, Instant end, Predicate<Instant> othersWait) {
        this.clock = clock;
        this.nextLook = end;
        this.othersWait = othersWait;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        var now = clock.instant();
        if (!over && !now.isBefore(nextLook)) {
            over = othersWait.test(now);
            nextLook = now.plus(PAUSE);
        }
        return over;
    }
}
