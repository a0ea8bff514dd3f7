package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whose answers a vote counted, and how. */
final class VoteSentence {
    private VoteSentence() {}

    static Sentence of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var voters = new ArrayList<Bilingual>();
        run.parameters()
                .tree()
                .path("voters")
                .forEach(voter -> voters.add(Bilingual.quoted(voter.path("name").asText())));
        return run.model().equals("cascade") ? cascade(run, voters, at) : counted(run, voters, at);
    }

    private static Sentence cascade(
            MethodsRows.RunFacts run, List<Bilingual> voters, Function<MethodsRows.RunFacts, String> at) {
        return Sentence.of(
                        "cascade",
                        "It asked {voters} one after another: an image was passed on where {pass}, and of each it is kept"
                                + " whose answer was taken.",
                        "Gefragt wurden nacheinander {voters}: Ein Bild wurde weitergereicht, wo {pass}; von jedem ist"
                                + " festgehalten, wessen Antwort galt.")
                .with("voters", Bilingual.list(voters.stream()))
                .with("pass", pass(run.parameters().tree().path("pass").asText()))
                .at(at.apply(run));
    }

    private static Bilingual pass(String when) {
        return switch (when) {
            case "differ" -> new Bilingual("the others differed", "die anderen uneins waren");
            case "unsure" -> new Bilingual("the answer was unsure or missing", "die Antwort unsicher war oder fehlte");
            default ->
                new Bilingual(
                        "the confidence was below " + when + ", or the answer unsure or missing",
                        "die Sicherheit unter " + when.replace('.', ',')
                                + " lag oder die Antwort unsicher war oder fehlte");
        };
    }

    private static Sentence counted(
            MethodsRows.RunFacts run, List<Bilingual> voters, Function<MethodsRows.RunFacts, String> at) {
        return Sentence.of(
                        "vote",
                        "It counted what {voters} had said, {rule}; ties are unsure, and where fewer than {least} had said"
                                + " something there is no code.",
                        "Gezählt wurde, was {voters} gesagt hatten, {rule}; Gleichstand gilt als unsicher, und wo weniger"
                                + " als {least} etwas gesagt hatten, steht kein Code.")
                .with("voters", Bilingual.list(voters.stream()))
                .with("rule", rule(run.model()))
                .with("least", run.parameters().tree().path("least").asText("1"))
                .at(at.apply(run));
    }

    private static Bilingual rule(String word) {
        return switch (word) {
            case "unanimous" -> new Bilingual("and coded what all said alike", "und codiert, was alle gleich sagten");
            case "weighted" ->
                new Bilingual(
                        "each weighed by the log odds of its accuracy on gold of a dev sample, cross-fitted in five folds",
                        "gewichtet mit den logarithmierten Chancen ihrer Genauigkeit am Gold einer Entwicklungsstichprobe,"
                                + " in fünf Teilen kreuzweise geschätzt");
            case "dawid-skene" ->
                new Bilingual(
                        "by Dawid and Skene's (1979) estimates of truth and errors",
                        "nach den Schätzungen von Wahrheit und Fehlern von Dawid und Skene (1979)");
            case "crowdlab" ->
                new Bilingual(
                        "people's answers together with a model's probabilities (Goh et al. 2022)",
                        "Antworten von Menschen zusammen mit den Wahrscheinlichkeiten eines Modells (Goh et al. 2022)");
            default -> new Bilingual("by majority", "nach Mehrheit");
        };
    }
}
