package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How often limits that a page gives by default held the truth, over many samples.
 *
 * @param all by figure, of all samples
 * @param unwarned of the samples of which the page did not warn
 */
record CoverageTally(Map<String, Share> all, Map<String, Share> unwarned, int warned, int samples) {
    /** The figures of one sample, what is true of what it was drawn from, and whether the page warned. */
    record Drawn(Map<String, Figure> figures, Map<String, Double> truth, boolean warned) {}

    /** Of so many figures that are defined so many held the truth; one without limits held nothing. */
    record Share(int held, int figures) {
        double of() {
            return held / (double) figures;
        }

        Share plus(Share other) {
            return new Share(held + other.held, figures + other.figures);
        }
    }

    static CoverageTally over(int samples, IntFunction<Drawn> draw) {
        return IntStream.range(0, samples)
                .parallel()
                .mapToObj(sample -> of(draw.apply(sample)))
                .reduce(CoverageTally::together)
                .orElseThrow();
    }

    private static CoverageTally of(Drawn drawn) {
        Map<String, Share> all = new LinkedHashMap<>();
        drawn.figures().forEach((name, figure) -> all.put(name, share(name, figure, drawn.truth())));
        return new CoverageTally(all, drawn.warned() ? Map.of() : all, drawn.warned() ? 1 : 0, 1);
    }

    private static CoverageTally together(CoverageTally some, CoverageTally others) {
        return new CoverageTally(
                together(some.all, others.all),
                together(some.unwarned, others.unwarned),
                some.warned + others.warned,
                some.samples + others.samples);
    }

    private static Map<String, Share> together(Map<String, Share> some, Map<String, Share> others) {
        var sum = new LinkedHashMap<>(some);
        others.forEach((name, share) -> sum.merge(name, share, Share::plus));
        return sum;
    }

    private static Share share(String name, Figure figure, Map<String, Double> truth) {
        if (!(figure instanceof Figure.Estimate estimate)) {
            return new Share(0, 0);
        }
        var limits = estimate.interval();
        if (limits.isEmpty()) {
            return new Share(0, 1);
        }
        double low = limits.get().low();
        double high = limits.get().high();
        if (!Double.isFinite(estimate.value() + low + high)) {
            throw new AssertionError(name + " is " + estimate.value() + " [" + low + ", " + high + "]");
        }
        double whole = truth.get(name);
        return new Share(low <= whole + 1e-12 && whole <= high + 1e-12 ? 1 : 0, 1);
    }
}
