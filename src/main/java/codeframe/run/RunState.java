package codeframe.run;

import java.util.Locale;

public enum RunState {
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

    /** The name in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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
