package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A corpus whose truth is known, and samples of it: how often the limits of a validation page hold the truth. The last class
 * has the prevalence, the others share the rest; the machine finds 80 % of the last and 90 % of the others.
 */
record MachineCoverage(int classes, int n, double prevalence, boolean byLabel) {
    private static final int CORPUS = 20_000;
    private static final int DRAWS = 400;

    /** By measure: how many samples had limits that held the truth, and how many had limits. */
    record Held(Map<String, int[]> counts, int warned, int samples) {
        double of(String measure) {
            var held = counts.get(measure);
            return held[0] / (double) held[1];
        }
    }

    Held over(int samples, long seed) {
        var corpus = corpus();
        var truth = truth(corpus);
        var held = new Held[samples];
        IntStream.range(0, samples).parallel().forEach(i -> {
            var report = ValidationReport.of(
                    drawn(corpus, new SplittableRandom(seed * 1_000_003 + i)), new AgreementQuestion("", DRAWS, i));
            Map<String, int[]> counts = new LinkedHashMap<>();
            figures(report)
                    .forEach((name, figure) ->
                            counts.put(name, new int[] {holds(figure, truth.get(name)), limits(figure)}));
            held[i] = new Held(counts, report.warnings(name -> name).isEmpty() ? 0 : 1, 1);
        });
        return Arrays.stream(held).reduce(MachineCoverage::together).orElseThrow();
    }

    private static Held together(Held some, Held others) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        some.counts()
                .forEach((name, held) -> counts.put(name, new int[] {
                    held[0] + others.counts().get(name)[0],
                    held[1] + others.counts().get(name)[1]
                }));
        return new Held(counts, some.warned() + others.warned(), some.samples() + others.samples());
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

    private Map<String, Figure> figures(ValidationReport report) {
        var rare = report.classes().get(classes - 1);
        var share = report.prevalence().get(classes - 1);
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("accuracy", report.accuracy());
        figures.put("recall", rare.recall());
        figures.put("precision", rare.precision());
        figures.put("f1", rare.f1());
        figures.put("macro f1", report.composites().get("macro_f1"));
        figures.put("kappa", report.composites().get("kappa"));
        figures.put("corrected", share.corrected());
        figures.put("ppi", share.ppi());
        return figures;
    }

    private Map<String, Double> truth(Predictions all) {
        var corpus = Confusion.of(all);
        int rare = classes - 1;
        Map<String, Figure> figures = Map.of(
                "accuracy", Part.accuracy().apply(corpus),
                "recall", Part.recall(rare).apply(corpus),
                "precision", Part.precision(rare).apply(corpus),
                "f1", Composite.f1(corpus, rare),
                "macro f1", Composite.macroF1(corpus),
                "kappa", Composite.kappa(corpus),
                "corrected", Part.prevalence(rare).apply(corpus),
                "ppi", Part.prevalence(rare).apply(corpus));
        Map<String, Double> truth = new LinkedHashMap<>();
        figures.forEach((name, figure) -> truth.put(name, figure.number().orElseThrow()));
        return truth;
    }

    private long count(int gold, int predicted) {
        boolean rare = gold == classes - 1;
        double share = rare ? prevalence : (1 - prevalence) / (classes - 1);
        double right = rare ? 0.8 : 0.9;
        return Math.round(CORPUS * share * (gold == predicted ? right : (1 - right) / (classes - 1)));
    }

    private Predictions corpus() {
        var cells = IntStream.range(0, classes * classes)
                .flatMap(cell -> IntStream.range(0, (int) count(cell / classes, cell % classes))
                        .map(unit -> cell))
                .toArray();
        return Predictions.simple(
                classes,
                Arrays.stream(cells).map(cell -> cell / classes).toArray(),
                Arrays.stream(cells).map(cell -> cell % classes).toArray());
    }

    private int wanted(int said) {
        return n / classes + (said < n % classes ? 1 : 0);
    }

    /** By label every predicted class has about as many units of the sample as any other. */
    private Judged drawn(Predictions corpus, SplittableRandom random) {
        var unlabelled = new double[classes + 1];
        Arrays.stream(corpus.predicted()).forEach(said -> unlabelled[said]++);
        var size = unlabelled.clone();
        var left = new int[classes];
        Arrays.setAll(left, said -> byLabel ? wanted(said) : n);
        var taken = new boolean[corpus.units()];
        var units = new int[n];
        for (int found = 0; found < n; ) {
            int unit = random.nextInt(corpus.units());
            int said = corpus.predicted()[unit];
            if (!taken[unit] && left[said] > 0) {
                taken[unit] = true;
                left[said]--;
                unlabelled[said]--;
                units[found++] = unit;
            }
        }
        var predicted =
                Arrays.stream(units).map(unit -> corpus.predicted()[unit]).toArray();
        var sample = new Predictions(
                classes,
                Arrays.stream(units).map(unit -> corpus.gold()[unit]).toArray(),
                predicted,
                Arrays.stream(predicted)
                        .mapToDouble(said -> byLabel ? size[said] / wanted(said) : 1)
                        .toArray(),
                byLabel
                        ? StratifiedDesign.stratified(predicted, Arrays.copyOf(size, classes))
                        : StratifiedDesign.simple(n));
        var names = IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
        return new Judged(List.copyOf(names), sample, unlabelled, Optional.empty());
    }
}
