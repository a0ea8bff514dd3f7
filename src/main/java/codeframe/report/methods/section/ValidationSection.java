package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.day;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import codeframe.report.study.Cluster;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Machines against gold: on which images, weighted by their design, beside what people reach. */
final class ValidationSection {
    /** As many results are told in words; more are told by the table alone. */
    private static final int TOLD = 2;

    private final Material material;
    private final List<Validated> validations;

    private ValidationSection(Material material) {
        this.material = material;
        this.validations = material.found().validations();
    }

    static Section of(Material material) {
        var title = new Bilingual("Validation", "Validierung");
        var made = new ValidationSection(material);
        return made.validations.isEmpty()
                ? Section.told("validation", title, List.of(none()))
                : Section.of("validation", title, List.of(made.sentences()), ValidationTable.of(made.validations));
    }

    private static Sentence none() {
        return Sentence.missing(
                "validated",
                "Validity is not known: no run was validated against gold yet.",
                "Die Validität ist nicht bekannt: noch kein Lauf wurde am Goldstandard geprüft.");
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        samples().forEach(sample -> sentences.add(on(sample)));
        if (validations.stream().anyMatch(one -> one.goldSample().sample().isEmpty())) {
            sentences.add(Sentence.of(
                            "pooled",
                            "Where gold is not that of one random sample, every unit counts once and nothing is weighted.",
                            "Wo der Goldstandard nicht aus einer Zufallsstichprobe stammt, zählt jede Einheit einmal,"
                                    + " ungewichtet.")
                    .at(material.at("/validation")));
        }
        if (validations.size() <= TOLD) {
            validations.forEach(one -> one.runs().forEach(held -> sentences.add(result(one, held))));
        }
        if (validations.stream().anyMatch(one -> one.question().cluster() != Cluster.IMAGE)) {
            sentences.add(intervals());
        }
        sentences.add(Sentence.of(
                        "excluded",
                        "Images used for training or as examples in prompts ({examples}) were left out; all results, with"
                                + " the people's α on the same gold as a ceiling, stand in {table}.",
                        "Bilder, die der Schulung oder als Beispiele in Prompts dienten ({examples}), blieben außen vor; alle"
                                + " Ergebnisse stehen mit dem α der Menschen auf demselben Goldstandard als Obergrenze in {table}.")
                .with("examples", count(material.coded().examples()))
                .with("table", table())
                .at(material.at("/validation")));
        return sentences;
    }

    private Sentence intervals() {
        var drawn = validations.stream()
                .map(one -> new DrawnVariable(one.variable(), one.question().cluster()))
                .toList();
        return Sentence.of(
                        "intervals",
                        "Intervals of these figures are {about}.",
                        "Die Intervalle dieser Werte gelten {about}.")
                .with("about", DrawnVariable.about(drawn, new Bilingual("jackknife", "Jackknife")))
                .at(material.at("/validation"));
    }

    private Bilingual table() {
        int number = material.found().compared().isEmpty() ? 1 : 2;
        return new Bilingual("Table " + number, "Tabelle " + number);
    }

    private List<StudySamples.Drawn> samples() {
        return validations.stream()
                .flatMap(one -> one.goldSample().sample().stream())
                .distinct()
                .toList();
    }

    private Sentence on(StudySamples.Drawn sample) {
        return Sentence.of(
                        "sample",
                        "Machines were held against the gold of \"{name}\" ({purpose}, {design}, {size} of {frame},"
                                + " seed {seed}{opened}){weighted}.",
                        "Geprüft wurde am Goldstandard von „{name}“ ({purpose}, {design}, {size} von {frame}, Seed"
                                + " {seed}{opened}){weighted}.")
                .with("name", sample.name())
                .with("purpose", StudyWords.purpose(sample))
                .with("design", StudyWords.design(sample))
                .with("size", count(sample.size()))
                .with("frame", UnitWords.countedOf(sample.frameSize(), sample.unit()))
                .with("seed", Long.toString(sample.seed()))
                .with("opened", opened(sample))
                .with("weighted", weighted(sample))
                .at(material.at("/samples/" + sample.id()));
    }

    private static Bilingual opened(StudySamples.Drawn sample) {
        return sample.openedAt() == null
                ? Bilingual.EMPTY
                : new Bilingual(
                                "; opened once, with codebook and runs frozen, on ",
                                "; einmal geöffnet, bei eingefrorenem Codebuch und Läufen, am ")
                        .and(day(sample.openedAt()));
    }

    private Bilingual weighted(StudySamples.Drawn sample) {
        boolean weighted = validations.stream()
                .filter(one -> one.goldSample().sample().equals(Optional.of(sample)))
                .flatMap(one -> one.runs().stream())
                .flatMap(held -> held.report().stream())
                .anyMatch(report -> report.judged().predictions().weighted());
        return weighted
                ? new Bilingual(
                        ", weighted by inverse inclusion probability",
                        ", gewichtet mit inverser" + " Ziehungswahrscheinlichkeit")
                : Bilingual.EMPTY;
    }

    private Sentence result(Validated validated, ValidatedRun held) {
        return Sentence.of(
                        "result",
                        "{variable}, \"{run}\" (n = {n}): {figures}{people}{test}.",
                        "{variable}, „{run}“ (n = {n}): {figures}{people}{test}.")
                .with("variable", validated.variable().label())
                .with("run", held.machine().name())
                .with(
                        "n",
                        UnitWords.counted(
                                validated.goldSample().units().size(),
                                validated.variable().unit()))
                .with("figures", ValidationTable.told(held))
                .with("people", AltTests.people(held))
                .with("test", AltTests.told(held))
                .at(material.at("/validation" + validated.question().plainQuery()));
    }
}
