package codeframe.llm.ask;

import codeframe.run.Outcome;

/** This image gets no codes, for a reason of its own; the run goes on. */
public final class ImageFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public ImageFailed(Outcome outcome, String sentence) {
        super(sentence, null, false, false);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
