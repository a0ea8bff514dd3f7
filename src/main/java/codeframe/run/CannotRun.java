package codeframe.run;

/** Why a run cannot begin or go on, as a sentence for its owner. What it did so far stays, and it can be continued. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
