package codeframe.statistics.validation;

import codeframe.statistics.agreement.Interval;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Two classifiers on the same units: those that only the first, and only the second, got right (McNemar 1947). */
public record McNemar(int onlyFirst, int onlySecond) {
    public static McNemar of(Predictions first, Predictions second) {
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int unit = 0; unit < first.units(); unit++) {
            boolean one = first.gold()[unit] == first.predicted()[unit];
            boolean two = second.gold()[unit] == second.predicted()[unit];
            onlyFirst += one && !two ? 1 : 0;
            onlySecond += two && !one ? 1 : 0;
        }
        return new McNemar(onlyFirst, onlySecond);
    }

    /** The exact two-sided p of the binomial with one half. */
    public double exact() {
        int discordant = onlyFirst + onlySecond;
        if (discordant == 0) {
            return 1;
        }
        var halves = BinomialDistribution.of(discordant, 0.5);
        return Math.min(1, 2 * halves.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }

    /** χ² with Edwards's (1948) correction for continuity, one degree of freedom. */
    public double corrected() {
        double apart = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1.0);
        double z = apart == 0 ? 0 : apart / Math.sqrt(onlyFirst + (double) onlySecond);
        return 2 * Interval.normalProbability(-z);
    }
}
