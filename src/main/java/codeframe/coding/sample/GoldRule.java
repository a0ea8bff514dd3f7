package codeframe.coding.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes gold without a person deciding it. */
public enum GoldRule {
    UNANIMOUS("Only what all coders of an image agree on; an adjudicator settles the rest"),
    MAJORITY("What more than half of an image's coders say; ties go to the adjudicator");

    private final String label;

    GoldRule(String label) {
        this.label = label;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }
}
