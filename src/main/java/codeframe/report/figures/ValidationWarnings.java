package codeframe.report.figures;

import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What stands in the way of relying on the figures of a machine: too little gold, and errors that were never seen. */
final class ValidationWarnings {
    private static final int FEW = RareClasses.FEW;

    private ValidationWarnings() {}

    static List<String> of(ValidationReport report, UnaryOperator<String> names) {
        var judged = report.judged();
        var table = report.counts();
        IntPredicate occurs = k -> table.gold(k) > 0 || table.predicted(k) > 0 || judged.unlabelled()[k] > 0;
        var sentences = new ArrayList<String>();
        var few = RareClasses.named(judged.classes(), names, k -> occurs.test(k) && table.gold(k) < FEW, table::gold);
        if (!few.isEmpty()) {
            sentences.add("Fewer than " + FEW + " units have this class in gold: " + few
                    + ". What is said of it, and every mean over classes, rests on a handful of cases, and its limits may be"
                    + " too narrow.");
        }
        predicted(judged, table, names, sentences);
        ClassShare.unchecked(judged).words(names).ifPresent(sentences::add);
        strata(judged.predictions(), sentences);
        judged.fewClusters(names).ifPresent(sentences::add);
        var cut = report.prevalence().stream()
                .filter(ClassShare::cut)
                .map(share -> "\"" + names.apply(share.label()) + "\"")
                .collect(Collectors.joining(", "));
        if (!cut.isEmpty()) {
            sentences.add("The estimate of PPI++ lay outside of 0 to 1 and was cut there: " + cut + ".");
        }
        return sentences;
    }

    private static void predicted(Judged judged, Confusion table, UnaryOperator<String> names, List<String> sentences) {
        IntPredicate predicted = k -> table.predicted(k) > 0 || judged.unlabelled()[k] > 0;
        var few = RareClasses.named(
                judged.classes(), names, k -> predicted.test(k) && table.predicted(k) < FEW, table::predicted);
        if (!few.isEmpty()) {
            sentences.add("Fewer than " + FEW + " units with gold were predicted to have this class: " + few
                    + ". How often the machine is wrong there is hardly known.");
        }
        var perfect = RareClasses.named(
                judged.classes(),
                names,
                k -> table.predicted(k) > 0 && table.of(k, k) == table.predicted(k),
                table::predicted);
        if (!perfect.isEmpty()) {
            sentences.add("No error was found among the units with gold that were predicted to have this class: "
                    + perfect + ". The limits allow for errors that so few units may hide.");
        }
    }

    /** As "poster" (3), "portrait" (0). */
    /** Where strata are other than the predicted classes. */
    private static void strata(Predictions drawn, List<String> sentences) {
        Map<List<Integer>, Integer> cells = new HashMap<>();
        for (int unit = 0; unit < drawn.units(); unit++) {
            cells.merge(List.of(drawn.design().stratum(unit), drawn.predicted()[unit]), 1, Integer::sum);
        }
        long strata =
                cells.keySet().stream().map(cell -> cell.get(0)).distinct().count();
        long few = cells.values().stream().filter(n -> n < FEW).count();
        if (strata > 1 && cells.size() > strata && few > 0) {
            sentences.add("In " + few + " of " + cells.size()
                    + " combinations of a stratum and a predicted class fewer than " + FEW + " units have gold.");
        }
    }
}
