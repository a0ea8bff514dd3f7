package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.days;
import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Who coded, how they were trained, how well they agreed at each stage, and what they could not see. */
final class CoderSection {
    private final Material material;

    private CoderSection(Material material) {
        this.material = material;
    }

    static Section of(Material material) {
        return Section.told(
                "coders",
                new Bilingual("Coders and training", "Codierende und Schulung"),
                new CoderSection(material).sentences());
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        var people = material.coded().people();
        sentences.add(people.isEmpty() ? nobody() : people(people));
        sentences.add(material.recorded().sentence(Topic.CODERS));
        sentences.add(material.recorded().sentence(Topic.TRAINING));
        material.found().stages().forEach(stage -> sentences.add(stage(stage)));
        if (!people.isEmpty()) {
            sentences.add(independent(people));
        }
        return sentences;
    }

    private static Sentence nobody() {
        return Sentence.missing(
                "people",
                "No closed codings by people can be reported: say who coded, when and for how long.",
                "Abgeschlossene Codierungen von Menschen liegen nicht vor: wer codiert hat, wann und wie lange.");
    }

    private Sentence people(List<CodingRows.CoderFacts> people) {
        long imported =
                people.stream().filter(coder -> coder.kind().equals("imported")).count();
        double hours =
                people.stream().mapToDouble(CodingRows.CoderFacts::seconds).sum() / 3600;
        return Sentence.of(
                        "people",
                        "{people} coded{imported}; they made {codings} {days}, {hours}.",
                        "{people} codierten{imported}: {codings} {days}, {hours}.")
                .with("people", count(people.size(), Noun.PERSON))
                .with(
                        "imported",
                        imported == 0
                                ? Bilingual.EMPTY
                                : new Bilingual(
                                        ", " + imported + " of them outside of Codeframe",
                                        ", davon " + imported + " außerhalb von Codeframe"))
                .with(
                        "codings",
                        count(
                                people.stream()
                                        .mapToLong(CodingRows.CoderFacts::codings)
                                        .sum(),
                                Noun.CODING))
                .with("days", days(first(people), last(people)))
                .with("hours", hours(hours))
                .at(material.at("/agreement"));
    }

    private static Bilingual hours(double hours) {
        return hours == 0
                ? new Bilingual("with no record of the time it took", "ohne Aufzeichnung der Arbeitszeit")
                : decimal(hours, 1).and(new Bilingual(" hours at the coding screen", " Stunden am Codierbildschirm"));
    }

    private static Instant first(List<CodingRows.CoderFacts> people) {
        return people.stream()
                .map(CodingRows.CoderFacts::first)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant last(List<CodingRows.CoderFacts> people) {
        return people.stream()
                .map(CodingRows.CoderFacts::last)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Sentence stage(Material.Stage stage) {
        var sample = stage.sample();
        return Sentence.of(
                        "stage",
                        "In \"{name}\" ({purpose}, {images}, {people}) {alpha} (appendix).",
                        "In „{name}“ ({purpose}, {images}, {people}): {alpha} (Anhang).")
                .with("name", sample.name())
                .with("purpose", StudyWords.purpose(sample))
                .with("images", UnitWords.counted(sample.size(), sample.unit()))
                .with("people", count(crew(sample.id()), Noun.PERSON))
                .with("alpha", alpha(stage.lines()))
                .at(material.at("/agreement?sample=" + sample.id()));
    }

    private long crew(long sample) {
        return material.coded().crews().stream()
                .filter(crew -> crew.sample() == sample)
                .mapToLong(CodingRows.Crew::people)
                .sum();
    }

    private static Bilingual alpha(List<AgreementStudy.Line> lines) {
        return ReliabilitySection.range(lines.stream()
                .filter(line -> line.report().pairable().units() > 0)
                .toList());
    }

    private Sentence independent(List<CodingRows.CoderFacts> people) {
        return Sentence.of(
                        "independence",
                        "They coded independently: while a sample is open, nobody is shown the codes of others or of machines"
                                + " on its images; {assisted} made with a machine's suggestion in sight were left out.",
                        "Codiert wurde unabhängig: solange eine Stichprobe offen ist, sieht niemand Codes anderer oder von"
                                + " Maschinen zu ihren Bildern; mit sichtbarem Maschinenvorschlag entstanden und"
                                + " ausgeschlossen: {assisted}.")
                .with(
                        "assisted",
                        count(
                                people.stream()
                                        .mapToLong(CodingRows.CoderFacts::assisted)
                                        .sum(),
                                Noun.CODING))
                .at(material.at("/samples"));
    }
}
