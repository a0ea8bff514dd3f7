package codeframe.run;

import codeframe.web.Word;

public enum RunState implements Word {
    QUEUED("waiting for a worker"),
    RUNNING("running"),
    PAUSED("paused"),
    DONE("done"),
    CANCELLED("cancelled"),
    FAILED("stopped");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean going() {
        return this == QUEUED || this == RUNNING;
    }

    public boolean canContinue() {
        return this == PAUSED || this == FAILED;
    }

    public boolean over() {
        return this == DONE || this == CANCELLED;
    }
}
