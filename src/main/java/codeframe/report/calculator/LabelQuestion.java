package codeframe.report.calculator;

import codeframe.web.NumberText;

/** A value that may mean that there is no code, how it was read, and in how many cells it stands. */
public record LabelQuestion(String value, long cells, boolean missing) {
    /** How it was read, as a sentence. */
    public String sentence() {
        return "\"" + value + "\" (" + NumberText.count(cells, "cell", "cells") + ") was read as "
                + (missing ? "missing: no code." : "a label like any other.");
    }

    /** The same, with how to say it otherwise. */
    String advice() {
        return sentence() + " If it is " + (missing ? "a label, say keep=" : "none, say missing=") + value + ".";
    }
}
