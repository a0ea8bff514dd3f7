package codeframe.run;

import java.time.Duration;

/** A classifier needs longer to make ready: its worker gives way to what else waits, and comes back. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** @param pause after which to come back */
    public NotYet(Duration pause) {
        super("Not ready yet; the worker comes back in " + pause.toMillis() + " ms.");
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
