package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How CLIP came from phrases to a category; any other machine by its parameters. */
final class PhraseSentence {
    private PhraseSentence() {}

    static Sentence of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var threshold = parameter(run, "threshold");
        return Sentence.of(
                        "comparison",
                        "Images were compared with the phrases of each category (appendix), from phrases to a category by"
                                + " {aggregation}, computed in {precision}{processor}; {decision}; no example was used.",
                        "Die Bilder wurden mit den Phrasen jeder Kategorie verglichen (Anhang), von Phrasen zur Kategorie durch"
                                + " {aggregation}, gerechnet in {precision}{processor}; {decision}; Beispiele wurden nicht"
                                + " verwendet.")
                .with("decision", threshold.isEmpty() ? NO_THRESHOLD : decision(threshold, thresholds(run)))
                .with("aggregation", aggregation(parameter(run, "aggregation"), !threshold.isEmpty()))
                .with(
                        "precision",
                        run.precision() == null || run.precision().isBlank()
                                ? new Bilingual("a precision not recorded", "unbekannter Genauigkeit")
                                : Bilingual.of(run.precision()))
                .with("processor", processor(run.processors()))
                .at(at.apply(run));
    }

    /** What a small model could only guess. */
    static Optional<Sentence> unknown(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var words = parameter(run, "unknown_words");
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                                "unknown",
                                "The model does not know these words of the phrases: {words}.",
                                "Diese Wörter der Phrasen kennt das Modell nicht: {words}.")
                        .with("words", words)
                        .at(at.apply(run)));
    }

    private static String parameter(MethodsRows.RunFacts run, String name) {
        return run.parameters().tree().path(name).asText("");
    }

    private static List<JsonNode> thresholds(MethodsRows.RunFacts run) {
        return StreamSupport.stream(run.thresholds().tree().spliterator(), false)
                .toList();
    }

    private static Bilingual processor(List<String> processors) {
        return processors.isEmpty()
                ? Bilingual.EMPTY
                : new Bilingual(" on ", " auf ")
                        .and(Bilingual.list(processors.stream().map(Bilingual::of)));
    }

    private static final Bilingual NO_THRESHOLD =
            new Bilingual("no threshold was set", "eine Schwelle wurde nicht gesetzt");

    private static Bilingual decision(String threshold, List<JsonNode> taken) {
        var where = new Bilingual(
                "where several categories may apply, each was given whose probability (a sigmoid of the scaled"
                        + " similarity and the model’s bias) reached ",
                "wo mehrere Kategorien zutreffen können, wurde jede vergeben, deren Wahrscheinlichkeit (eine"
                        + " Sigmoidfunktion der skalierten Ähnlichkeit und des Bias des Modells) ");
        var which = threshold.equals("dev")
                ? dev(taken)
                : new Bilingual(threshold, threshold.replace('.', ',') + " erreichte");
        return where.and(which)
                .and(new Bilingual(
                        ", and where none did, none_of_these", ", und wo keine sie erreichte, none_of_these"));
    }

    private static Bilingual dev(List<JsonNode> taken) {
        var each = Bilingual.list(taken.stream().map(PhraseSentence::taken));
        var sample = taken.stream()
                .findFirst()
                .map(one -> one.path("sample").asText())
                .orElse("");
        var numbers = taken.isEmpty()
                ? Bilingual.EMPTY
                : new Bilingual(" “" + sample + "” (", " „" + sample + "“ (")
                        .and(each)
                        .and(Bilingual.of(")"));
        return Bilingual.joined(
                "",
                Stream.of(
                                new Bilingual(
                                        "a threshold with the best F1 over all decisions on the gold of the dev sample",
                                        "die Schwelle mit dem besten F1 über alle Entscheidungen auf dem Gold der"
                                                + " Entwicklungsstichprobe"),
                                numbers,
                                new Bilingual(
                                        ", in which gold of a test sample had no part",
                                        " erreichte, an der Gold einer Teststichprobe keinen Anteil hatte"))
                        .toList());
    }

    private static Bilingual taken(JsonNode one) {
        double threshold = one.path("threshold").asDouble();
        return Bilingual.of(one.path("variable").asText() + ": ")
                .and(decimal(threshold, threshold < 0.01 ? 6 : 4))
                .and(Bilingual.of(", F1 "))
                .and(decimal(one.path("f1").asDouble(), 2))
                .and(Bilingual.of(", n = " + one.path("images").asLong()));
    }

    /** @param several whether categories of which several may apply were among it: each is scored by itself there */
    private static Bilingual aggregation(String word, boolean several) {
        return switch (word) {
            case "", "mean" -> new Bilingual("the mean of their unit vectors", "den Mittelwert ihrer Einheitsvektoren");
            case "max" -> new Bilingual("the best phrase of each category", "die beste Phrase jeder Kategorie");
            case "mean_logits" -> new Bilingual("the mean of their scores", "den Mittelwert ihrer Punktwerte");
            case "log_mean_exp" ->
                new Bilingual("a soft maximum of their scores", "ein weiches Maximum ihrer Punktwerte");
            case "notebook" ->
                several
                        ? new Bilingual(
                                "the best of all phrases or, where several categories may apply, the best phrase of each",
                                "die beste aller Phrasen oder, wo mehrere Kategorien zutreffen können, die beste jeder"
                                        + " Kategorie")
                        : new Bilingual("the best of all phrases", "die beste aller Phrasen");
            default -> Bilingual.of(word);
        };
    }
}
