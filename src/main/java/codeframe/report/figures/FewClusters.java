package codeframe.report.figures;

import codeframe.statistics.validation.Clusters;
import codeframe.web.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Limits over whole clusters are drawn from as many as hold a category. */
final class FewClusters {
    /** Clusters with a category below which limits over clusters are warned of. */
    static final long FEW = 30;

    private FewClusters() {}

    /** @param clusters that hold the category, as "12 accounts" */
    static String sentence(String category, String clusters) {
        return "\"" + category + "\" occurs in only " + clusters
                + ". Limits are drawn over whole clusters; where fewer than " + FEW
                + " hold a category they may be too narrow.";
    }

    /** Of the class that the fewest clusters have in gold. */
    static Optional<String> of(List<String> classes, Clusters clusters, UnaryOperator<String> names) {
        if (clusters.drawn() < 2) {
            return Optional.of("All units with gold are of one of the " + clusters.kind()
                    + ", which tells nothing of others: there are no limits.");
        }
        return IntStream.range(0, classes.size())
                .filter(k -> clusters.holding(k) > 0 && clusters.holding(k) < FEW)
                .boxed()
                .min(Comparator.<Integer>comparingLong(clusters::holding).thenComparingLong(clusters::uses))
                .map(k -> sentence(names.apply(classes.get(k)), count(clusters.holding(k), clusters.kind())));
    }

    private static String count(long clusters, String kind) {
        return NumberText.count(clusters, kind.substring(0, kind.length() - 1), kind);
    }
}
