package codeframe.codebook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Level of measurement (Stevens 1946): it decides which distance the agreement coefficient takes. */
public enum Level {
    NOMINAL("Nominal (no order)"),
    ORDINAL("Ordinal (in this order)"),
    INTERVAL("Interval (equal steps)"),
    RATIO("Ratio (true zero)");

    private final String title;

    Level(String title) {
        this.title = title;
    }

    /** As written in the codebook file. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}
