package codeframe.statistics.agreement;

/** The level of measurement of a variable, which decides how far two categories are apart. */
public enum MeasurementLevel {
    NOMINAL,
    ORDINAL,
    INTERVAL,
    RATIO
}
