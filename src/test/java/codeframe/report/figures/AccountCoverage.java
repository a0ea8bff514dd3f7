package codeframe.report.figures;

import codeframe.statistics.validation.Clusters;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Accounts of which each has its own shares of the classes and its own errors of the machine: of both, images of an account
 * are alike with a correlation of 1/6. The means are those of {@link MachineCoverage}.
 *
 * @param newAccounts whether some accounts are drawn, with images of each, and limits speak about others; else images are
 *     drawn from all accounts alike, and limits speak about them
 */
record AccountCoverage(int classes, int n, double prevalence, boolean newAccounts) {
    private static final double ALIKE = 5;

    /** An image by its account, gold and prediction. */
    private record Image(int account, int gold, int said) {}

    CoverageTally over(int samples, long seed) {
        var corpus = corpus(100, 200, new SplittableRandom(seed));
        return CoverageTally.over(samples, sample -> {
            var random = new SplittableRandom(seed * 1_000_003 + sample);
            return newAccounts ? ofAccounts(random, sample) : ofImages(corpus, random, sample);
        });
    }

    /** Ten, twenty or forty accounts with gold, and three times as many without. */
    private CoverageTally.Drawn ofAccounts(SplittableRandom random, int seed) {
        int accounts = n == 30 ? 10 : n == 60 ? 20 : 40;
        int each = n / accounts;
        var corpus = corpus(4 * accounts, 4 * each, random);
        var gold = IntStream.range(0, corpus.size())
                .filter(i -> i / (4 * each) < accounts && i % (4 * each) < each)
                .mapToObj(corpus::get)
                .toList();
        return MachineTruth.of(judged(corpus, gold, true), expected(), seed);
    }

    private CoverageTally.Drawn ofImages(List<Image> corpus, SplittableRandom random, int seed) {
        var gold = random.ints(0, corpus.size())
                .distinct()
                .limit(n)
                .mapToObj(corpus::get)
                .toList();
        return MachineTruth.of(judged(corpus, gold, false), Confusion.of(predictions(corpus)), seed);
    }

    /** Pólya's urn: what an account has had before it has the more often (Johnson and Kotz 1977, section 4.2). */
    private List<Image> corpus(int accounts, int each, SplittableRandom random) {
        var images = new ArrayList<Image>();
        for (int account = 0; account < accounts; account++) {
            var common = IntStream.range(0, classes)
                    .mapToDouble(k -> ALIKE * share(k))
                    .toArray();
            var said = new double[classes][];
            Arrays.setAll(
                    said,
                    gold -> IntStream.range(0, classes)
                            .mapToDouble(j -> ALIKE * said(gold, j))
                            .toArray());
            for (int i = 0; i < each; i++) {
                int gold = drawn(common, random);
                images.add(new Image(account, gold, drawn(said[gold], random)));
            }
        }
        return images;
    }

    static int drawn(double[] urn, SplittableRandom random) {
        double left = random.nextDouble() * Arrays.stream(urn).sum();
        int k = 0;
        while (k < urn.length - 1 && left >= urn[k]) {
            left -= urn[k++];
        }
        urn[k]++;
        return k;
    }

    private double share(int gold) {
        return gold == classes - 1 ? prevalence : (1 - prevalence) / (classes - 1);
    }

    private double said(int gold, int predicted) {
        double right = gold == classes - 1 ? 0.8 : 0.9;
        return gold == predicted ? right : (1 - right) / (classes - 1);
    }

    /** Of all accounts that could be drawn. */
    private Confusion expected() {
        return Confusion.of(new MachineCoverage(classes, n, prevalence, false).corpus());
    }

    private Predictions predictions(List<Image> images) {
        return Predictions.simple(
                classes,
                images.stream().mapToInt(Image::gold).toArray(),
                images.stream().mapToInt(Image::said).toArray());
    }

    private Judged judged(List<Image> corpus, List<Image> gold, boolean clustered) {
        var unlabelled = new double[classes + 1];
        Map<String, double[]> all = new LinkedHashMap<>();
        for (var image : corpus) {
            unlabelled[image.said()]++;
            all.computeIfAbsent("a" + image.account(), none -> new double[classes + 1])[image.said()]++;
        }
        gold.forEach(image -> unlabelled[image.said()]--);
        var predictions = predictions(gold);
        var names = gold.stream().map(image -> "a" + image.account()).toList();
        return new Judged(
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
                predictions,
                unlabelled,
                Optional.empty(),
                clustered ? Optional.of(new Clusters("accounts", predictions, names, all)) : Optional.empty(),
                Optional.empty());
    }
}
