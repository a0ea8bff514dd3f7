package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How often the limits of a validation page held the truth, over many samples.
 *
 * @param counts by measure: how many samples had limits that held the truth, and how many had limits
 * @param warned samples of which the page warned
 */
record CoverageTally(Map<String, int[]> counts, int warned, int samples) {
    private static final int DRAWS = 400;

    /** What was drawn, and the whole it was drawn from. */
    record Drawn(Judged judged, Confusion whole) {}

    static CoverageTally over(int samples, IntFunction<Drawn> draw) {
        return IntStream.range(0, samples)
                .parallel()
                .mapToObj(sample -> of(draw.apply(sample), sample))
                .reduce(CoverageTally::together)
                .orElseThrow();
    }

    private static CoverageTally of(Drawn drawn, int seed) {
        var report = ValidationReport.of(drawn.judged(), new AgreementQuestion("", DRAWS, seed));
        int rare = drawn.judged().classes().size() - 1;
        var truth = truth(drawn.whole(), rare);
        Map<String, int[]> counts = new LinkedHashMap<>();
        figures(report, rare)
                .forEach((name, figure) ->
                        counts.put(name, new int[] {holds(figure, truth.get(name)), limits(figure)}));
        return new CoverageTally(counts, report.warnings(name -> name).isEmpty() ? 0 : 1, 1);
    }

    private static CoverageTally together(CoverageTally some, CoverageTally others) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        some.counts.forEach((name, held) -> counts.put(name, new int[] {
            held[0] + others.counts.get(name)[0], held[1] + others.counts.get(name)[1]
        }));
        return new CoverageTally(counts, some.warned + others.warned, some.samples + others.samples);
    }

    /** The share of those that had limits. */
    double of(String measure) {
        var held = counts.get(measure);
        return held[0] / (double) held[1];
    }

    private static int limits(Figure figure) {
        return figure instanceof Figure.Estimate estimate && estimate.interval().isPresent() ? 1 : 0;
    }

    private static int holds(Figure figure, double truth) {
        if (limits(figure) == 0) {
            return 0;
        }
        var interval = ((Figure.Estimate) figure).interval().orElseThrow();
        return interval.low() <= truth + 1e-12 && truth <= interval.high() + 1e-12 ? 1 : 0;
    }

    private static Map<String, Figure> figures(ValidationReport report, int rare) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("accuracy", report.accuracy());
        figures.put("recall", report.classes().get(rare).recall());
        figures.put("precision", report.classes().get(rare).precision());
        figures.put("f1", report.classes().get(rare).f1());
        figures.put("macro f1", report.composites().get("macro_f1"));
        figures.put("kappa", report.composites().get("kappa"));
        figures.put("corrected", report.prevalence().get(rare).corrected());
        figures.put("ppi", report.prevalence().get(rare).ppi());
        return figures;
    }

    private static Map<String, Double> truth(Confusion whole, int rare) {
        var share = Part.prevalence(rare).apply(whole);
        Map<String, Figure> figures = Map.of(
                "accuracy", Part.accuracy().apply(whole),
                "recall", Part.recall(rare).apply(whole),
                "precision", Part.precision(rare).apply(whole),
                "f1", Composite.f1(whole, rare),
                "macro f1", Composite.macroF1(whole),
                "kappa", Composite.kappa(whole),
                "corrected", share,
                "ppi", share);
        Map<String, Double> truth = new LinkedHashMap<>();
        figures.forEach((name, figure) -> truth.put(name, figure.number().orElseThrow()));
        return truth;
    }
}
