package codeframe.coding.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the images of a sample were chosen. */
public enum Design {
    SIMPLE("Simple random"),
    STRATIFIED("Stratified random"),
    HANDPICKED("Hand-picked");

    private final String label;

    Design(String label) {
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
