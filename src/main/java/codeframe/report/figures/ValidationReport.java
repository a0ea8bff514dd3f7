package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.Calibration;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** Support is counted in units, whatever they weigh. */
    public record OfClass(String label, Figure precision, Figure recall, Figure f1, long support) {}

    public static ValidationReport of(Judged judged, AgreementQuestion asked) {
        ReportSize.of(judged, asked).check();
        var predictions = judged.predictions();
        var counts =
                Confusion.of(Predictions.simple(predictions.classes(), predictions.gold(), predictions.predicted()));
        return new ValidationReport(
                judged,
                counts,
                Metric.share(predictions, Part.coverage()),
                Metric.share(predictions, Part.accuracy()),
                classes(judged, counts, asked),
                composites(predictions, asked),
                ClassShare.of(judged),
                calibration(judged),
                asked);
    }

    /** Coverage is of all units, even where those without an answer were left out of the rest. */
    public ValidationReport covering(Predictions all) {
        return new ValidationReport(
                judged,
                counts,
                Metric.share(all, Part.coverage()),
                accuracy,
                classes,
                composites,
                prevalence,
                calibration,
                asked);
    }

    private static List<OfClass> classes(Judged judged, Confusion counts, AgreementQuestion asked) {
        var predictions = judged.predictions();
        return IntStream.range(0, predictions.classes())
                .mapToObj(k -> new OfClass(
                        judged.classes().get(k),
                        Metric.share(predictions, Part.precision(k)),
                        Metric.share(predictions, Part.recall(k)),
                        composite(predictions, table -> Composite.f1(table, k), asked),
                        Math.round(counts.gold(k))))
                .toList();
    }

    private static Map<String, Figure> composites(Predictions predictions, AgreementQuestion asked) {
        Map<String, Function<Confusion, Figure>> measures = new LinkedHashMap<>();
        measures.put("macro_f1", Composite::macroF1);
        measures.put("macro_precision", Composite::macroPrecision);
        measures.put("balanced_accuracy", Composite::balancedAccuracy);
        measures.put("weighted_f1", Composite::weightedF1);
        measures.put("micro_f1", Composite::microF1);
        measures.put("mcc", Composite::mcc);
        measures.put("kappa", Composite::kappa);
        measures.put("alpha", Composite::alpha);
        Map<String, Figure> found = new LinkedHashMap<>();
        measures.forEach((name, measure) -> found.put(name, composite(predictions, measure, asked)));
        return found;
    }

    private static Figure composite(
            Predictions predictions, Function<Confusion, Figure> measure, AgreementQuestion asked) {
        return new Metric(predictions, measure).composite(asked.replicates(), asked.seed());
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
