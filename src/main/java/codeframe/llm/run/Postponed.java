package codeframe.llm.run;

import java.time.Instant;

/** Not now: to be tried again at a given time. */
final class Postponed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    Postponed(Instant until, String sentence) {
        super(sentence, null, false, false);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
