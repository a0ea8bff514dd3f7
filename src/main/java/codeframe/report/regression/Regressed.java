package codeframe.report.regression;

import codeframe.codebook.Variable;
import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.regression.CorpusUnit;
import codeframe.statistics.regression.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A regression with machine-coded variables, three or four ways.
 *
 * @param variable the outcome's, which says what a row is
 * @param outcome as people read it
 * @param columns without the constant
 * @param fits by the name of the way, in the order of the page
 * @param words what it rests on and what it leaves out
 */
public record Regressed(
        RegressionQuestion question,
        Variable variable,
        ReportedCoder machine,
        String outcome,
        List<Column> columns,
        List<Analysed> units,
        Map<String, Fit> fits,
        List<String> words) {
    public static final String CONSTANT = "(constant)";

    /** What a way is called. */
    public static String title(String way) {
        return switch (way) {
            case "naive" -> "Machine labels";
            case "dsl" -> "Corrected (DSL)";
            case "ppi" -> "Corrected (PPI++)";
            default -> "Gold alone";
        };
    }

    /**
     * A unit of the analysis, with the labels that its numbers were made of.
     *
     * @param gold empty where there is none
     * @param chance of having gold, where it has some and it is known
     */
    public record Analysed(
            RegressionRows.Image image, String machine, String gold, OptionalDouble chance, CorpusUnit unit) {
        boolean labelled() {
            return unit.gold().isPresent();
        }
    }

    public long labelled() {
        return units.stream().filter(Analysed::labelled).count();
    }

    /** The coefficients' names, the constant first. */
    public List<String> names() {
        var names = new ArrayList<>(List.of(CONSTANT));
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    /** The ways that have coefficients. */
    public Map<String, Fit> defined() {
        var defined = new LinkedHashMap<>(fits);
        defined.values().removeIf(fit -> fit.coefficients().get(0) instanceof Figure.Undefined);
        return defined;
    }

    /** What stands in the way of relying on these figures, as sentences. */
    public List<String> warnings() {
        return RegressionWarnings.of(this);
    }

    /** Where p is from. */
    public String distribution() {
        return fits.values().stream().anyMatch(Fit::hasClusters)
                ? "Student's t with as many degrees of freedom as there are clusters less one"
                : "the normal distribution";
    }

    /** Why some ways have none, and what these are called. */
    public Map<String, String> undefined() {
        Map<String, String> undefined = new LinkedHashMap<>();
        fits.forEach((way, fit) -> {
            if (fit.coefficients().get(0) instanceof Figure.Undefined nothing) {
                undefined.merge(nothing.reason(), title(way), (some, other) -> some + ", " + other);
            }
        });
        return undefined;
    }

    /** How many units a way rests on. */
    long units(String way) {
        return way.equals("gold_only") ? labelled() : units.size();
    }
}
