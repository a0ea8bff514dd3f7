package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/** What a language model was shown and asked, from the parameters that its run keeps. */
final class PromptSentence {
    private PromptSentence() {}

    static Sentence of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var terms = run.parameters().tree();
        return terms.path("features").isObject() ? ofFeatures(terms, at.apply(run)) : ofImages(terms, at.apply(run));
    }

    private static Sentence ofFeatures(JsonNode terms, String at) {
        return asked(
                Sentence.of(
                        "question",
                        "The prompt (appendix; SHA-256 {hash}) was asked {samples} per image {temperature},"
                                + " answers of at most {tokens} tokens, with {examples} as examples.",
                        "Der Prompt (Anhang; SHA-256 {hash}) wurde je Bild {samples} gestellt, {temperature},"
                                + " Antworten bis {tokens} Token, Beispiele: {examples}."),
                terms,
                at);
    }

    private static Sentence ofImages(JsonNode terms, String at) {
        var sent = Sentence.of(
                        "question",
                        "Images were sent with a longest edge of {edge} pixels ({format}, detail {detail}); the prompt"
                                + " (appendix; SHA-256 {hash}) was asked {samples} per image {temperature},"
                                + " answers of at most {tokens} tokens, with {examples} as examples.",
                        "Gesendet wurden die Bilder mit längster Kante {edge} Pixel ({format}, Detail {detail}); der Prompt"
                                + " (Anhang; SHA-256 {hash}) wurde je Bild {samples} gestellt, {temperature},"
                                + " Antworten bis {tokens} Token, Beispiele: {examples}.")
                .with("edge", terms.path("edge").asText("?"))
                .with("format", terms.path("format").asText("?"))
                .with("detail", terms.path("detail").asText("?"));
        return asked(sent, terms, at);
    }

    private static Sentence asked(Sentence sentence, JsonNode terms, String at) {
        return sentence.with("hash", hash(terms))
                .with("samples", times(terms.path("samples").asLong(1)))
                .with("temperature", temperature(terms))
                .with("tokens", terms.path("maxTokens").asText("?"))
                .with("examples", count(terms.path("examples").size(), Noun.IMAGE))
                .at(at + "/requests");
    }

    /** Nothing where the server does not say who answered. */
    static Optional<Sentence> signatures(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        return run.signatures().isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                                "signatures",
                                "The server signed its answers {models}{changed}.",
                                "Der Server zeichnete die Antworten mit {models}{changed}.")
                        .with("models", Bilingual.list(run.signatures().stream().map(Bilingual::of)))
                        .with(
                                "changed",
                                run.signatures().size() == 1
                                        ? Bilingual.EMPTY
                                        : new Bilingual(
                                                ": the model changed while the run was done",
                                                ": Das Modell wechselte während des Laufs"))
                        .at(at.apply(run)));
    }

    /** Nothing where every answer was taken as it was. */
    static Optional<Sentence> mappings(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        int mapped = run.parameters().tree().path("mappings").size();
        return mapped == 0
                ? Optional.empty()
                : Optional.of(Sentence.of(
                                "mapped",
                                "Of the answers, {values} outside the codebook {were} mapped to its categories by hand"
                                        + " afterwards (appendix).",
                                "Von den Antworten {were} {values} außerhalb des Codebuchs nachträglich von Hand"
                                        + " Kategorien zugeordnet (Anhang).")
                        .with("values", count(mapped, Noun.VALUE))
                        .with("were", mapped == 1 ? new Bilingual("was", "wurde") : new Bilingual("were", "wurden"))
                        .at(at.apply(run) + "/outside"));
    }

    private static Bilingual hash(JsonNode terms) {
        var hash = terms.path("prompt").path("sha256").asText("");
        return hash.isEmpty()
                ? new Bilingual("not recorded", "nicht festgehalten")
                : Bilingual.of(hash.length() > 12 ? hash.substring(0, 12) + "…" : hash);
    }

    private static Bilingual times(long samples) {
        return samples == 1 ? new Bilingual("once", "einmal") : new Bilingual(samples + " times", samples + "-mal");
    }

    private static Bilingual temperature(JsonNode terms) {
        var temperature = terms.path("temperature");
        return temperature.isNumber() && !DepartureSentence.has(terms, "no_temperature")
                ? new Bilingual(
                        "at temperature " + temperature.asText(),
                        "Temperatur " + temperature.asText().replace('.', ','))
                : new Bilingual("at the model's own temperature", "mit der eigenen Temperatur des Modells");
    }
}
