package codeframe.statistics.regression;

/** The outcome of a unit and its row of the design matrix, which begins with 1 for the constant. */
public record Observation(double y, double... x) {}
