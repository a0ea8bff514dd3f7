package codeframe.llm.run;

import codeframe.run.Outcome;

/** This image gets no codes, for a reason of its own; the run goes on. */
final class Spoilt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    Spoilt(Outcome outcome, String sentence) {
        super(sentence, null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
