package codeframe.coding.screen;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives images back whose coder has not been heard of for a day. */
public final class SilentClaims {
    private static final Logger LOG = LoggerFactory.getLogger(SilentClaims.class);
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    private final Claims claims;
    private final Clock clock;

    public SilentClaims(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    public Task<?> task() {
        return Tasks.recurring("silent-claims", FixedDelay.of(BETWEEN)).execute((instance, context) -> release());
    }

    private void release() {
        int images = claims.release(clock.instant().minus(Claims.SILENCE));
        if (images > 0) {
            LOG.info("{} claimed images were given back after a day of silence", images);
        }
    }
}
