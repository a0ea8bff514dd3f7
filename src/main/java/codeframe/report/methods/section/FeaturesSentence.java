package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.function.Function;

/** Which features of the images a language model was told in their place. */
final class FeaturesSentence {
    private FeaturesSentence() {}

    static Sentence of(MethodsRows.RunFacts run, Function<MethodsRows.RunFacts, String> at) {
        var terms = run.parameters().tree().path("features");
        return Sentence.of(
                        "features",
                        "No image was sent: of each the model was told, as one JSON object, {features}{counted}{names}."
                                + " Images of which none of this was"
                                + " known were not asked about.",
                        "Kein Bild wurde gesendet: Das Modell erfuhr von jedem als JSON-Objekt {features}{counted}{names}."
                                + " Bilder, von denen nichts davon"
                                + " bekannt war, wurden nicht vorgelegt.")
                .with("features", features(terms))
                .with("counted", counted(terms))
                .with("names", names(terms))
                .at(at.apply(run) + "/requests");
    }

    private static Bilingual features(JsonNode terms) {
        var told = new ArrayList<Bilingual>();
        terms.path("read").forEach(one -> {
            var source = one.path("name").asText() + " v" + one.path("version").asText();
            var limit = one.path("limit").asText();
            told.add(kind(one.path("kind").asText())
                    .and(new Bilingual(
                            " of \"" + source + "\" (at most " + limit + " characters)",
                            " aus „" + source + "“ (höchstens " + limit + " Zeichen)")));
        });
        return Bilingual.list(told.stream());
    }

    private static Bilingual kind(String word) {
        return switch (word) {
            case "caption" -> new Bilingual("the caption", "die Bildbeschreibung");
            case "objects" -> new Bilingual("the objects", "die Objekte");
            case "text" -> new Bilingual("the text in the image", "den Text im Bild");
            case "labels" -> new Bilingual("the labels", "die Labels");
            case "transcript" -> new Bilingual("the transcript", "das Transkript");
            default -> new Bilingual("other text", "weiteren Text");
        };
    }

    private static Bilingual counted(JsonNode terms) {
        boolean objects = false;
        for (var one : terms.path("read")) {
            objects = objects || one.path("kind").asText().equals("objects");
        }
        return objects
                ? new Bilingual(", objects from a confidence of ", ", Objekte ab einer Konfidenz von ")
                        .and(decimal(terms.path("threshold").asDouble(), 2))
                        .and(new Bilingual(" on and counted by name", " und nach Namen gezählt"))
                : Bilingual.EMPTY;
    }

    private static Bilingual names(JsonNode terms) {
        int changed = terms.path("ignored").size() + terms.path("folded").size();
        return changed == 0
                ? Bilingual.EMPTY
                : new Bilingual(
                        ", some names ignored or counted together (appendix)",
                        ", einzelne Namen ausgelassen oder zusammengezählt (Anhang)");
    }
}
