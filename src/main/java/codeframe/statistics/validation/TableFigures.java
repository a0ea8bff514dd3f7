package codeframe.statistics.validation;

import codeframe.statistics.agreement.Figure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Figures of the table of machine × gold with limits about the units drawn, or about new clusters like theirs. */
public final class TableFigures {
    private final Predictions drawn;
    private final Posterior posterior;
    private final Optional<Clusters> clusters;

    /**
     * @param unlabelled how often each class was predicted for units without gold, abstentions last
     * @param draws of the posterior
     */
    public TableFigures(Predictions drawn, double[] unlabelled, Optional<Clusters> clusters, int draws, long seed) {
        this.drawn = drawn;
        this.posterior = new Posterior(drawn, unlabelled, draws, seed);
        this.clusters = clusters;
    }

    /** Of all units. */
    public Figure accuracy() {
        return about(posterior.accuracy(), Part.accuracy(), 0);
    }

    /** A share whose errors need not be assumed, such as coverage. */
    public Figure share(Part part) {
        return about(Metric.share(drawn, part), part, 0);
    }

    public List<Figure> shares(List<Part> parts) {
        return about(posterior.shares(parts), parts, 0);
    }

    /** Shares of one class each. */
    public List<Figure> ofClasses(List<Function<Confusion, Figure>> measures) {
        return about(posterior.ofClasses(measures), measures, 0);
    }

    /** Measures of all classes together, which may be correlations. */
    public List<Figure> ofAll(List<Function<Confusion, Figure>> measures) {
        return about(posterior.ofAll(measures), measures, -1);
    }

    /** Measures of one class each that know how often each class was predicted for all units. */
    public List<Figure> ofCorpus(List<CorpusMeasure> measures, double... said) {
        var figures = posterior.ofClasses(measures.stream()
                .<Function<Confusion, Figure>>map(measure -> table -> measure.of(table, said))
                .toList());
        return IntStream.range(0, figures.size())
                .mapToObj(i -> aboutCorpus(figures.get(i), measures.get(i)))
                .toList();
    }

    /** The figure as it is, or where clusters were chosen with the error and the limits that these give it. */
    public Figure aboutCorpus(Figure figure, CorpusMeasure measure) {
        return clusters.map(chosen -> limits(chosen).overCorpus(figure, new CorpusTables(chosen, measure)))
                .orElse(figure);
    }

    private List<Figure> about(
            List<Figure> figures, List<? extends Function<Confusion, Figure>> measures, double least) {
        return IntStream.range(0, figures.size())
                .mapToObj(i -> about(figures.get(i), measures.get(i), least))
                .toList();
    }

    private Figure about(Figure figure, Function<Confusion, Figure> measure, double least) {
        return clusters.map(chosen -> limits(chosen).over(figure, chosen.members(), measure, least))
                .orElse(figure);
    }

    private static ClusterLimits limits(Clusters chosen) {
        return new ClusterLimits(chosen.kind(), chosen.ofMember());
    }
}
