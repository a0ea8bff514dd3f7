package codeframe.llm.ask;

import java.time.Instant;

/** Not now: to be tried again at a given time. */
public final class RetryLater extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    public RetryLater(Instant until, String sentence) {
        super(sentence, null, false, false);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
