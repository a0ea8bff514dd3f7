package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.days;
import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.codebook.Variable;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every machine: model and snapshot, what it was shown and asked, when, at what cost, and with which outcomes. */
final class MachineSection {
    /** A name such as gpt-4o-2024-08-06 or model@20250514 tells the day of its snapshot. */
    private static final Pattern DATED = Pattern.compile("20\\d\\d-?[01]\\d(-?[0-3]\\d)?");

    private final Material material;

    private MachineSection(Material material) {
        this.material = material;
    }

    static Section of(Material material) {
        var title = new Bilingual("Machines", "Maschinelle Codierung");
        var made = new MachineSection(material);
        var paragraphs = new ArrayList<List<Sentence>>();
        material.runs().told().forEach(run -> paragraphs.add(made.told(run)));
        paragraphs.add(made.together());
        return Section.of("machines", title, paragraphs);
    }

    private List<Sentence> told(MethodsRows.RunFacts run) {
        var told = new ArrayList<Sentence>();
        told.add(which(run));
        if (run.kind().equals("ensemble")) {
            told.add(FeaturesSentence.of(run, this::at));
        }
        told.add(how(run));
        PhraseSentence.unknown(run, this::at).ifPresent(told::add);
        UnitSentence.of(run, this::at).ifPresent(told::add);
        PostSentence.of(run, this::at).ifPresent(told::add);
        PromptSentence.signatures(run, this::at).ifPresent(told::add);
        DepartureSentence.of(run, this::at).ifPresent(told::add);
        ConfidenceSentence.of(run, this::at).ifPresent(told::add);
        PromptSentence.mappings(run, this::at).ifPresent(told::add);
        told.add(done(run));
        return told;
    }

    private Sentence how(MethodsRows.RunFacts run) {
        return switch (run.kind()) {
            case "llm", "ensemble", "caption" -> PromptSentence.of(run, this::at);
            case "vote" -> VoteSentence.of(run, this::at);
            case "lift" -> LiftSentence.of(run, this::at);
            default -> PhraseSentence.of(run, this::at);
        };
    }

    private String at(MethodsRows.RunFacts run) {
        return material.at("/runs/" + run.id());
    }

    private Sentence which(MethodsRows.RunFacts run) {
        var sentence = run.kind().equals("caption")
                ? Sentence.of(
                        "model",
                        "\"{name}\" ({kind}, model {model}{snapshot}) wrote captions, which are features of the images and no"
                                + " codes.",
                        "„{name}“ ({kind}, Modell {model}{snapshot}) schrieb Bildbeschreibungen; sie sind Merkmale der Bilder"
                                + " und keine Codes.")
                : Sentence.of(
                        "model",
                        "\"{name}\" ({kind}, model {model}{snapshot}) coded {variables} by version {version} of the codebook.",
                        "„{name}“ ({kind}, Modell {model}{snapshot}) codierte {variables} nach Version {version} des"
                                + " Codebuchs.");
        return sentence.with("name", run.name())
                .with("kind", kind(run.kind()))
                .with("model", run.model())
                .with(
                        "snapshot",
                        dated(run) ? new Bilingual(", dated by its name", ", im Namen datiert") : Bilingual.EMPTY)
                .with("variables", Bilingual.list(run.variables().stream().map(this::label)))
                .with("version", Integer.toString(run.codebookVersion()))
                .at(at(run));
    }

    private static Bilingual kind(String word) {
        return switch (word) {
            case "llm" -> new Bilingual("multimodal language model", "multimodales Sprachmodell");
            case "ensemble" -> new Bilingual("language model, by features", "Sprachmodell, nach Merkmalen");
            case "caption" ->
                new Bilingual("multimodal language model, describing", "multimodales Sprachmodell, beschreibend");
            case "clip" -> Bilingual.of("CLIP");
            case "lift" -> new Bilingual("lift of codes of images", "Übertragung von Codes der Bilder");
            default -> Bilingual.said(word);
        };
    }

    private Bilingual label(String key) {
        return Bilingual.of(material.versions().stream()
                .flatMap(version -> CodebookSection.read(version).variable(key).stream())
                .map(Variable::label)
                .reduce(key, (earlier, later) -> later));
    }

    private static boolean dated(MethodsRows.RunFacts run) {
        return DATED.matcher(run.model()).find();
    }

    private Sentence done(MethodsRows.RunFacts run) {
        return Sentence.of(
                        "outcomes",
                        "It ran {days} over {images} with seed {seed}{cost}; outcomes: {outcomes}.",
                        "Der Lauf {days} über {images} mit Seed {seed}{cost} ergab: {outcomes}.")
                .with(
                        "days",
                        run.startedAt() == null
                                ? new Bilingual("at a time not recorded", "zu unbekannter Zeit")
                                : days(run.startedAt(), run.finishedAt() == null ? run.startedAt() : run.finishedAt()))
                .with("images", UnitWords.counted(run.total(), run.unit()))
                .with("seed", Long.toString(run.seed()))
                .with("cost", cost(run))
                .with("outcomes", outcomes(run))
                .at(at(run));
    }

    private static Bilingual cost(MethodsRows.RunFacts run) {
        return run.kind().matches("llm|ensemble|caption")
                ? new Bilingual(" at a cost of $", " für $")
                        .and(decimal(run.cost().doubleValue(), 2))
                : Bilingual.EMPTY;
    }

    private static Bilingual outcomes(MethodsRows.RunFacts run) {
        var outcomes = run.outcomes().tree().properties().stream()
                .map(entry ->
                        count(entry.getValue().asLong()).and(Bilingual.of(" ")).and(outcome(entry.getKey())));
        return Bilingual.list(outcomes);
    }

    private static Bilingual outcome(String word) {
        return switch (word) {
            case "coded" -> new Bilingual("coded", "codiert");
            case "partly_coded" -> new Bilingual("partly coded", "teilweise codiert");
            case "refused" -> new Bilingual("refused", "verweigert");
            case "invalid_answer" -> new Bilingual("with an invalid answer", "mit ungültiger Antwort");
            case "truncated" -> new Bilingual("with an answer cut off", "mit abgeschnittener Antwort");
            case "unreadable_image" -> new Bilingual("unreadable", "nicht lesbar");
            case "request_failed" -> new Bilingual("with a request that failed", "mit fehlgeschlagener Anfrage");
            case "no_codes" -> new Bilingual("without codes to lift", "ohne Codes zum Übertragen");
            case "no_features" -> new Bilingual("without features", "ohne Merkmale");
            case "failed" -> new Bilingual("failed", "fehlgeschlagen");
            case "cancelled" -> new Bilingual("left out by cancelling", "durch Abbruch ausgelassen");
            case "waiting" -> new Bilingual("not done", "nicht bearbeitet");
            default -> Bilingual.of(word.replace('_', ' '));
        };
    }

    private List<Sentence> together() {
        if (material.runs().told().isEmpty()) {
            return List.of(Sentence.missing(
                    "model",
                    "No machine is reported: choose the runs that the study rests on, or say that people coded everything.",
                    "Keine maschinelle Codierung wird berichtet: die Läufe der Studie sind zu wählen, oder alles wurde von"
                            + " Menschen codiert."));
        }
        var undated = material.recorded().has(Topic.MODELS)
                || material.runs().told().stream().anyMatch(run -> !dated(run));
        return Stream.concat(
                        ClipPreprocessingSentence.sentences(material).stream(),
                        undated ? Stream.of(material.recorded().sentence(Topic.MODELS)) : Stream.<Sentence>empty())
                .toList();
    }
}
