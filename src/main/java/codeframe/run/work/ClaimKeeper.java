package codeframe.run.work;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every minute that a worker still lives, so that what it waits for long is not taken over. */
final class ClaimKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimKeeper.class);

    private final ScheduledExecutorService every = Executors.newSingleThreadScheduledExecutor();

    ClaimKeeper(Runnable say) {
        var unused = every.scheduleWithFixedDelay(() -> quietly(say), 1, 1, TimeUnit.MINUTES);
    }

    /** One that fails is followed by another. */
    private static void quietly(Runnable say) {
        try {
            say.run();
        } catch (RuntimeException e) {
            LOG.warn("a worker could not say that it lives", e);
        }
    }

    void stop() {
        every.shutdownNow();
    }
}
