package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** In what a run's requests were not as usual: by choice, or because the server did not take them so. */
final class DepartureSentence {
    private DepartureSentence() {}

    /** Empty where they were as usual. */
    static Optional<Sentence> of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var terms = run.parameters().tree();
        var told = new ArrayList<Bilingual>();
        chosen(terms, told);
        adapted(terms, told);
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sentence.of("requests", "Of these requests, {departures}.", "Zu diesen Anfragen: {departures}.")
                                .with("departures", Bilingual.list(told.stream()))
                                .at(at.apply(run)));
    }

    static boolean has(JsonNode terms, String habit) {
        for (var one : terms.path("habits")) {
            if (one.asText().equals(habit)) {
                return true;
            }
        }
        return false;
    }

    private static void chosen(JsonNode terms, List<Bilingual> told) {
        var fields = terms.path("fields");
        if (!fields.path("seed").asBoolean(true) || has(terms, "no_seed")) {
            told.add(new Bilingual("none carried the seed", "keine enthielt den Seed"));
        }
        var effort = fields.path("effort").asText("");
        if (!effort.isEmpty()) {
            told.add(new Bilingual("all asked for the reasoning effort " + effort, "Denkaufwand " + effort));
        }
        if (!fields.path("further").isEmpty()) {
            var json = fields.path("further").toString();
            told.add(new Bilingual("all carried " + json, "alle enthielten " + json));
        }
    }

    private static void adapted(JsonNode terms, List<Bilingual> told) {
        if (has(terms, "plain_text")) {
            told.add(new Bilingual(
                    "the form of the answer stood in the prompt alone", "die Form der Antwort stand nur im Prompt"));
        } else if (has(terms, "json_object")) {
            told.add(new Bilingual(
                    "all asked for JSON without a schema, so answers were checked afterwards",
                    "alle verlangten JSON ohne Schema, die Antworten wurden danach geprüft"));
        }
        if (has(terms, "no_detail")) {
            told.add(new Bilingual("none carried a level of detail", "keine enthielt eine Detailstufe"));
        }
        if (has(terms, "system_as_user")) {
            told.add(new Bilingual(
                    "all had the prompt before the image and not as the system's message",
                    "in allen stand der Prompt vor dem Bild statt als Systemnachricht"));
        }
    }
}
