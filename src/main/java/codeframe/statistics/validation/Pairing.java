package codeframe.statistics.validation;

import codeframe.statistics.agreement.Difference;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Resampling;
import java.util.function.Function;

/** Two runs on the same units: the difference of a measure, its interval, and the p of there being none. */
public record Pairing(Figure difference, double p) {
    public static Pairing of(
            Predictions first, Predictions second, Function<Confusion, Figure> measure, int replicates, long seed) {
        var apart = new Difference(new Metric(first, measure), new Metric(second, measure));
        var result = Resampling.result(apart, replicates, seed);
        return new Pairing(result.figure(), Difference.twoSided(result.replicates()));
    }
}
