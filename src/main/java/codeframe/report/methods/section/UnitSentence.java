package codeframe.report.methods.section;

import codeframe.codebook.Unit;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import java.util.Optional;
import java.util.function.Function;

/** That a language model was asked about posts or videos as a whole, and which of their pictures it was sent. */
final class UnitSentence {
    private UnitSentence() {}

    /** Nothing where images were judged one by one. */
    static Optional<Sentence> of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        int most = run.parameters().tree().path("unitPictures").asInt(0);
        if (most == 0) {
            return Optional.empty();
        }
        var sentence = run.unit() == Unit.VIDEO
                ? Sentence.of(
                        "whole",
                        "Each video was asked about as a whole, in one request with its frames in order, each with its number"
                                + " and time: at most {most}, of more at even distances.",
                        "Jedes Video wurde als Ganzes vorgelegt, in einer Anfrage mit seinen Einzelbildern der Reihe nach,"
                                + " jedes mit Nummer und Zeit: höchstens {most}, bei mehr in gleichen Abständen.")
                : Sentence.of(
                        "whole",
                        "Each post was asked about as a whole, in one request with its pictures in order, each with its"
                                + " number; of more than {most} only the first were sent, of videos frames at even distances.",
                        "Jeder Beitrag wurde als Ganzes vorgelegt, in einer Anfrage mit seinen Bildern der Reihe nach, jedes"
                                + " mit Nummer; waren es mehr als {most}, nur die ersten, aus Videos Einzelbilder in gleichen Abständen.");
        return Optional.of(
                sentence.with("most", Bilingual.of(Integer.toString(most))).at(at.apply(run) + "/requests"));
    }
}
