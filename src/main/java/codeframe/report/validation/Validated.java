package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.figures.FigureText;
import codeframe.statistics.agreement.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One run, or several side by side, held against the same gold on the same images. */
public record Validated(
        ValidationQuestion question, Variable variable, GoldSample goldSample, List<ValidatedRun> runs) {
    /** A measure of all runs, in their order. */
    public record Compared(String name, List<Figure> figures) {}

    /** The measures that stand side by side. */
    public List<Compared> compared() {
        var compared = new ArrayList<Compared>();
        measures()
                .forEach((name, measure) -> compared.add(
                        new Compared(name, runs.stream().map(measure).toList())));
        return compared;
    }

    private Map<String, Function<ValidatedRun, Figure>> measures() {
        Map<String, Function<ValidatedRun, Figure>> measures = new LinkedHashMap<>();
        if (runs.get(0).labels().isPresent()) {
            measures.put("Coverage", held -> held.labels().orElseThrow().coverage());
            measures.put("Whole set right", held -> held.labels().orElseThrow().exact());
            measures.put(
                    "Mean Jaccard overlap", held -> held.labels().orElseThrow().jaccard());
            measures.put(
                    "Krippendorff's α of sets with gold",
                    held -> held.labels().orElseThrow().alpha());
        } else {
            measures.put("Coverage", held -> held.report().orElseThrow().coverage());
            measures.put("Accuracy", held -> held.report().orElseThrow().accuracy());
            for (var name : List.of("macro_f1", "balanced_accuracy", "mcc", "kappa", "alpha")) {
                measures.put(
                        FigureText.name(name),
                        held -> held.report().orElseThrow().composites().get(name));
            }
        }
        return measures;
    }

    /** What stands before n: "pictures", or posts that show one, or what the variable is asked of. */
    public String counted() {
        return variable.unit().several()
                ? variable.unit().many()
                : question.unit().word();
    }

    /** What the figures rest on, in words. */
    public List<String> words() {
        var words = new ArrayList<>(goldSample.drawnAs());
        words.addAll(variable.said(question.words(), names()));
        words.addAll(variable.said(goldSample.notes(), names()));
        return words;
    }

    private List<String> names() {
        var names =
                new ArrayList<>(runs.stream().map(held -> held.machine().name()).toList());
        names.add(goldSample.gold().name());
        names.add(question.scope().account());
        return names;
    }
}
