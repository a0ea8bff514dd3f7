package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The default interval of a coefficient: BCa over resampled units, because pairs of codes within a unit are not
 * independent (Efron and Tibshirani 1993, ch. 14; for α: Hughes 2022). Above 20,000 units the sums are drawn from their
 * limiting normal distribution instead.
 */
public final class Resampling {
    public static final int REPLICATES = 10_000;

    /** Up to so many units every replicate draws its units one by one. */
    static final int DIRECT = 20_000;

    /** Beyond so many evaluations of pairs of categories a bootstrap would take minutes. */
    private static final double MOST_WORK = 2e10;

    private Resampling() {}

    /** What was found: the figure with its BCa limits, and all that belongs in its report. */
    public record Result(Figure figure, Jackknife jackknife, Replicates replicates, long seed) {
        public Interval percentile() {
            return replicates.percentile("percentile bootstrap over units");
        }
    }

    /** The figure with its default interval, or with a plainer one named as such where resampling is out of reach. */
    public static Figure figure(UnitSums coefficient, int replicates, long seed) {
        return affordable(coefficient, replicates)
                ? result(coefficient, replicates, seed).figure()
                : Jackknife.figure(coefficient);
    }

    public static boolean affordable(UnitSums coefficient, int replicates) {
        double length = coefficient.length();
        return length <= LargeSample.MOST_SUMS
                || (coefficient.units() <= DIRECT && length * length * replicates < MOST_WORK);
    }

    public static Result result(UnitSums coefficient, int replicates, long seed) {
        if (coefficient.units() > DIRECT && coefficient.length() <= LargeSample.MOST_SUMS) {
            var large = LargeSample.of(coefficient);
            var jackknife = Influence.of(coefficient, 1 + coefficient.units() / DIRECT);
            return limits(
                    coefficient,
                    jackknife,
                    large.draw(replicates, seed),
                    seed,
                    "large-sample BCa bootstrap over " + coefficient.drawn());
        }
        var patterns = Patterns.of(coefficient);
        var drawn = direct(coefficient, patterns, replicates, seed);
        return limits(
                coefficient,
                Jackknife.of(coefficient, patterns),
                drawn,
                seed,
                "BCa bootstrap over " + coefficient.drawn());
    }

    /** Draws as many units as there are, with replacement. */
    static Replicates direct(UnitSums coefficient, Patterns patterns, int replicates, long seed) {
        return ReplicateDraws.of(replicates, seed, () -> {
            var uses = new int[patterns.size()];
            var sums = new double[coefficient.length()];
            return random -> coefficient
                    .figure(resample(patterns, uses, sums, random))
                    .number()
                    .orElse(Double.NaN);
        });
    }

    private static double[] resample(Patterns patterns, int[] uses, double[] sums, SplittableRandom random) {
        Arrays.fill(uses, 0);
        Arrays.fill(sums, 0);
        int from = 0;
        for (int end : patterns.partEnds()) {
            draw(patterns, from, end - from, uses, random);
            from = end;
        }
        for (int pattern = 0; pattern < uses.length; pattern++) {
            if (uses[pattern] > 0) {
                patterns.add(pattern, uses[pattern], sums);
            }
        }
        return sums;
    }

    /** As many units of a part as there are, two from every random number. */
    private static void draw(Patterns patterns, int from, int units, int[] uses, SplittableRandom random) {
        for (int i = 0; i < units; i += 2) {
            long bits = random.nextLong();
            uses[patterns.ofUnit(from + ReplicateDraws.below(units, bits >>> 32))]++;
            if (i + 1 < units) {
                uses[patterns.ofUnit(from + ReplicateDraws.below(units, bits & 0xFFFFFFFFL))]++;
            }
        }
    }

    private static Result limits(
            UnitSums coefficient, Jackknife jackknife, Replicates drawn, long seed, String method) {
        var figure = coefficient.figure();
        if (figure.number().isEmpty() || drawn.tooFew()) {
            return new Result(figure, jackknife, drawn, seed);
        }
        double value = figure.number().getAsDouble();
        var limits = drawn.bca(value, jackknife.acceleration(), method);
        var found = Hidden.isPoint(limits)
                ? figure.within(Jackknife.hidden(coefficient, value, (double) jackknife.units()))
                : figure.within(drawn.se(), limits);
        return new Result(found, jackknife, drawn, seed);
    }
}
