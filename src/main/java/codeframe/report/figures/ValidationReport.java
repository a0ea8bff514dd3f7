package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.Calibration;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import codeframe.statistics.validation.TableFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Everything that is said about a machine against gold, once, for page, CSV and JSON alike. */
public record ValidationReport(
        Judged judged,
        Confusion counts,
        Figure coverage,
        Figure accuracy,
        List<OfClass> classes,
        Map<String, Figure> composites,
        List<ClassShare> prevalence,
        Optional<Calibration> calibration,
        AgreementQuestion asked) {
    private static final int BINS = 15;
    private static final Map<String, Function<Confusion, Figure>> COMPOSITES = new LinkedHashMap<>();

    static {
        COMPOSITES.put("macro_f1", Composite::macroF1);
        COMPOSITES.put("macro_precision", Composite::macroPrecision);
        COMPOSITES.put("balanced_accuracy", Composite::balancedAccuracy);
        COMPOSITES.put("weighted_f1", Composite::weightedF1);
        COMPOSITES.put("micro_f1", Composite::microF1);
        COMPOSITES.put("mcc", Composite::mcc);
        COMPOSITES.put("kappa", Composite::kappa);
        COMPOSITES.put("alpha", Composite::alpha);
    }

    /** Support is counted in units, whatever they weigh. */
    public record OfClass(String label, Figure precision, Figure recall, Figure f1, long support) {}

    public static ValidationReport of(Judged judged, AgreementQuestion asked) {
        ReportSize.of(judged, asked).check();
        var predictions = judged.predictions();
        var counts =
                Confusion.of(Predictions.simple(predictions.classes(), predictions.gold(), predictions.predicted()));
        var figures = judged.figures(asked.replicates(), asked.seed());
        return new ValidationReport(
                judged,
                counts,
                figures.share(Part.coverage()),
                figures.accuracy(),
                classes(judged, counts, figures),
                composites(figures),
                ClassShare.of(judged, figures),
                calibration(judged),
                asked);
    }

    /** Coverage is of all units, even where those without an answer were left out of the rest. */
    public ValidationReport covering(Figure all) {
        return new ValidationReport(judged, counts, all, accuracy, classes, composites, prevalence, calibration, asked);
    }

    private static List<OfClass> classes(Judged judged, Confusion counts, TableFigures figures) {
        var labels = IntStream.range(0, judged.classes().size()).boxed().toList();
        var precision = figures.shares(labels.stream().map(Part::precision).toList());
        var recall = figures.shares(labels.stream().map(Part::recall).toList());
        var f1 = figures.ofClasses(labels.stream()
                .<Function<Confusion, Figure>>map(k -> table -> Composite.f1(table, k))
                .toList());
        return labels.stream()
                .map(k -> new OfClass(
                        judged.classes().get(k),
                        precision.get(k),
                        recall.get(k),
                        f1.get(k),
                        Math.round(counts.gold(k))))
                .toList();
    }

    private static Map<String, Figure> composites(TableFigures figures) {
        var composed = figures.ofAll(List.copyOf(COMPOSITES.values())).iterator();
        Map<String, Figure> found = new LinkedHashMap<>();
        COMPOSITES.keySet().forEach(name -> found.put(name, composed.next()));
        return found;
    }

    /** What stands in the way of relying on these figures, as sentences. */
    public List<String> warnings(UnaryOperator<String> names) {
        return ValidationWarnings.of(this, names);
    }

    /** Of the answers given; an abstention claims nothing. */
    private static Optional<Calibration> calibration(Judged judged) {
        return judged.confidence().map(confidence -> {
            var predictions = judged.predictions();
            var answered = IntStream.range(0, predictions.units())
                    .filter(unit -> predictions.predicted()[unit] != Predictions.ABSTAINED)
                    .toArray();
            var correct = new boolean[answered.length];
            for (int i = 0; i < answered.length; i++) {
                correct[i] = predictions.gold()[answered[i]] == predictions.predicted()[answered[i]];
            }
            return Calibration.of(
                    IntStream.of(answered).mapToDouble(unit -> confidence[unit]).toArray(),
                    correct,
                    IntStream.of(answered)
                            .mapToDouble(unit -> predictions.weight()[unit])
                            .toArray(),
                    BINS);
        });
    }
}
