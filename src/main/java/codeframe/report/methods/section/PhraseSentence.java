package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import java.util.List;
import java.util.function.Function;

/** How CLIP came from phrases to a category; any other machine by its parameters. */
final class PhraseSentence {
    private PhraseSentence() {}

    static Sentence of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        return Sentence.of(
                        "comparison",
                        "Images were compared with the phrases of each category (appendix), from phrases to a category by"
                                + " {aggregation}, computed in {precision}{processor}; {decision}; no example was used.",
                        "Die Bilder wurden mit den Phrasen jeder Kategorie verglichen (Anhang), von Phrasen zur Kategorie durch"
                                + " {aggregation}, gerechnet in {precision}{processor}; {decision}; Beispiele wurden nicht verwendet.")
                .with(
                        "decision",
                        decision(run.parameters().tree().path("threshold").asText("")))
                .with(
                        "aggregation",
                        aggregation(run.parameters().tree().path("aggregation").asText("mean")))
                .with(
                        "precision",
                        run.precision() == null || run.precision().isBlank()
                                ? new Bilingual("a precision not recorded", "unbekannter Genauigkeit")
                                : Bilingual.of(run.precision()))
                .with("processor", processor(run.processors()))
                .at(at.apply(run));
    }

    private static Bilingual processor(List<String> processors) {
        return processors.isEmpty()
                ? Bilingual.EMPTY
                : new Bilingual(" on ", " auf ")
                        .and(Bilingual.list(processors.stream().map(Bilingual::of)));
    }

    private static Bilingual decision(String threshold) {
        return threshold.isEmpty()
                ? new Bilingual("no threshold was set", "eine Schwelle wurde nicht gesetzt")
                : new Bilingual(
                        "where several categories may apply, each was given whose probability (a sigmoid of the scaled"
                                + " similarity and the model’s bias) reached " + threshold,
                        "wo mehrere Kategorien zutreffen können, wurde jede vergeben, deren Wahrscheinlichkeit (eine"
                                + " Sigmoidfunktion der skalierten Ähnlichkeit und des Bias des Modells) "
                                + threshold.replace('.', ',') + " erreichte");
    }

    private static Bilingual aggregation(String word) {
        return switch (word) {
            case "mean" -> new Bilingual("the mean of their unit vectors", "den Mittelwert ihrer Einheitsvektoren");
            case "max" -> new Bilingual("the best phrase of each category", "die beste Phrase jeder Kategorie");
            case "mean_logits" -> new Bilingual("the mean of their scores", "den Mittelwert ihrer Punktwerte");
            case "log_mean_exp" ->
                new Bilingual("a soft maximum of their scores", "ein weiches Maximum ihrer Punktwerte");
            case "notebook" -> new Bilingual("the best of all phrases", "die beste aller Phrasen");
            default -> Bilingual.of(word);
        };
    }
}
