package codeframe.codebook;

import codeframe.web.Word;

/** Level of measurement (Stevens 1946): it decides which distance the agreement coefficient takes. */
public enum Level implements Word {
    NOMINAL("Nominal (no order)"),
    ORDINAL("Ordinal (in this order)"),
    INTERVAL("Interval (equal steps)"),
    RATIO("Ratio (true zero)");

    private final String title;

    Level(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
