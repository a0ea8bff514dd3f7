package codeframe.coding.sample;

import codeframe.web.Word;

/** What becomes gold without a person deciding it. */
public enum GoldRule implements Word {
    UNANIMOUS("Only what all coders of an image agree on; an adjudicator settles the rest"),
    MAJORITY("What more than half of an image's coders say; ties go to the adjudicator");

    private final String label;

    GoldRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
