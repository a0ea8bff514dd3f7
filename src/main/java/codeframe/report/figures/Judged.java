package codeframe.report.figures;

import codeframe.statistics.validation.Clusters;
import codeframe.statistics.validation.Predictions;
import codeframe.statistics.validation.TableFigures;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Units that a machine labelled: those with gold as predictions to judge, and how often each class was predicted for
 * units without gold, abstentions last. Confidence is the machine's own probability of its answer, for every unit with gold.
 * Where there are clusters limits speak about new ones. Where posts are counted a unit weighs as many as
 * show it.
 */
public record Judged(
        List<String> classes,
        Predictions predictions,
        double[] unlabelled,
        Optional<double[]> confidence,
        Optional<Clusters> clusters,
        Optional<PostCounts> posts) {
    /** With limits about the units drawn. */
    public Judged(List<String> classes, Predictions predictions, double[] unlabelled, Optional<double[]> confidence) {
        this(classes, predictions, unlabelled, confidence, Optional.empty(), Optional.empty());
    }

    /**
     * Where limits speak about new clusters: of the class that the fewest of them have in gold, if they are few.
     *
     * @param names what a class is called
     */
    public Optional<String> fewClusters(UnaryOperator<String> names) {
        return clusters.flatMap(of -> FewClusters.of(classes, of, names));
    }

    public TableFigures figures(int draws, long seed) {
        return new TableFigures(predictions, unlabelled, clusters, draws, seed);
    }
}
