package codeframe.report.figures;

import codeframe.agreement.Figure;
import codeframe.agreement.Wilson;
import codeframe.agreement.prevalence.Counts;
import codeframe.agreement.prevalence.Ppi;
import codeframe.agreement.prevalence.Prevalence;
import codeframe.agreement.validation.Metric;
import codeframe.agreement.validation.Part;
import codeframe.agreement.validation.Predictions;
import java.util.List;
import java.util.stream.IntStream;

/** How common a class is: as the machine says, as gold says, and corrected for the machine's errors. */
public record ClassShare(String label, Figure naive, Figure gold, Figure corrected, Figure ppi) {
    private static final String REST = "there is no unit without gold to correct";

    static List<ClassShare> of(Judged judged) {
        var counts = counts(judged);
        return IntStream.range(0, judged.classes().size())
                .mapToObj(k -> of(judged, counts, k))
                .toList();
    }

    private static ClassShare of(Judged judged, Counts counts, int k) {
        var label = judged.classes().get(k);
        var predictions = judged.predictions();
        var gold = Metric.share(predictions, Part.prevalence(k));
        if (counts.rest() == 0 || predictions.weighted()) {
            var said = new Part(table -> table.predicted(k), table -> table.total(), "nothing was predicted");
            return new ClassShare(label, Metric.share(predictions, said), gold, gold, Figure.undefined(REST));
        }
        double machine = counts.unlabelled()[k];
        return new ClassShare(
                label,
                Wilson.figure(machine, counts.rest(), REST),
                gold,
                new Prevalence(counts).postStratified(k),
                Ppi.ofClass(counts, k).figure());
    }

    /** Abstentions are a predicted class of their own, the last one, that no gold has. */
    private static Counts counts(Judged judged) {
        var predictions = judged.predictions();
        int q = predictions.classes();
        var labelled = new double[q + 1][q + 1];
        for (int unit = 0; unit < predictions.units(); unit++) {
            int said = predictions.predicted()[unit];
            labelled[predictions.gold()[unit]][said == Predictions.ABSTAINED ? q : said]++;
        }
        return new Counts(labelled, judged.unlabelled());
    }
}
