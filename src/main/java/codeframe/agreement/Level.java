package codeframe.agreement;

/** The level of measurement of a variable, which decides how far two categories are apart. */
public enum Level {
    NOMINAL,
    ORDINAL,
    INTERVAL,
    RATIO
}
