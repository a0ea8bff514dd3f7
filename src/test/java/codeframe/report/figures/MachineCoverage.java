package codeframe.report.figures;

import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A corpus whose truth is known, and samples of it: how often the limits of a validation page hold the truth. The last class
 * has the prevalence, the others share the rest; the machine finds 80 % of the last and 90 % of the others.
 */
record MachineCoverage(int classes, int n, double prevalence, boolean byLabel) {
    private static final int CORPUS = 20_000;

    CoverageTally over(int samples, long seed) {
        var corpus = corpus();
        var whole = Confusion.of(corpus);
        return CoverageTally.over(
                samples,
                sample ->
                        MachineTruth.of(drawn(corpus, new SplittableRandom(seed * 1_000_003 + sample)), whole, sample));
    }

    private long count(int gold, int predicted) {
        boolean rare = gold == classes - 1;
        double share = rare ? prevalence : (1 - prevalence) / (classes - 1);
        double right = rare ? 0.8 : 0.9;
        return Math.round(CORPUS * share * (gold == predicted ? right : (1 - right) / (classes - 1)));
    }

    Predictions corpus() {
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
