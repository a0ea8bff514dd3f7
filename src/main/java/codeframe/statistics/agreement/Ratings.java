package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Codes as the numbers that they are, of the coders who coded anything. Numbers are taken from their middle and by their
 * range, which leaves ICC and concordance as they are and lets no square become too large.
 */
record Ratings(Codes codes, double[] values, String flaw) {
    static Ratings of(Codes all, double... values) {
        var coders = IntStream.range(0, all.coders())
                .filter(coder ->
                        IntStream.range(0, all.units()).anyMatch(unit -> all.code(unit, coder) != Codes.MISSING))
                .toArray();
        var codes = all.of(coders);
        var uses = codes.uses();
        var used = IntStream.range(0, uses.length)
                .filter(k -> uses[k] > 0)
                .mapToDouble(k -> values[k])
                .toArray();
        double least = Arrays.stream(used).min().orElse(0);
        double range = Arrays.stream(used).max().orElse(0) - least;
        return new Ratings(codes, scaled(values, least, range), flaw(codes, range));
    }

    private static double[] scaled(double[] values, double least, double range) {
        return Arrays.stream(values)
                .map(value -> (value - least) / (range > 0 ? range : 1) - 0.5)
                .toArray();
    }

    /** Why nothing can be computed, or empty. */
    private static String flaw(Codes codes, double range) {
        if (codes.coders() == 1) {
            return "there is only one coder, and agreement needs two";
        }
        long units = codes.pairable().units();
        if (units == 0) {
            return "no unit was coded by two coders";
        }
        if (units == 1) {
            return "only one unit was coded by two coders, and this compares units";
        }
        if (!Double.isFinite(range)) {
            return "a value is no number";
        }
        return range > 0 ? "" : "all values are the same number, so nothing varies between units";
    }

    boolean has(int unit, int coder) {
        return codes.code(unit, coder) != Codes.MISSING;
    }

    double of(int unit, int coder) {
        return values[codes.code(unit, coder)];
    }

    int given(int unit) {
        return (int) IntStream.range(0, codes.coders())
                .filter(coder -> has(unit, coder))
                .count();
    }

    /** Whether every unit that two coders coded was coded by all. */
    boolean complete() {
        return IntStream.range(0, codes.units())
                .map(this::given)
                .allMatch(given -> given < 2 || given == codes.coders());
    }

    /** How far a coefficient of squared differences falls for every share of units that differ as far as they can. */
    static double fall(double codes, double sum, double squares) {
        return 1 / (2 * (squares - sum * sum / codes) / (codes - 1));
    }
}
