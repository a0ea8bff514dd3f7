package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.day;
import static codeframe.report.document.BilingualNumbers.percent;
import static codeframe.report.document.BilingualNumbers.probability;

import codeframe.codebook.Unit;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import codeframe.report.study.StudySamples;
import java.util.ArrayList;
import java.util.List;

/** How images were drawn: design, sizes, seeds and probabilities. */
final class SamplingSection {
    private final Material material;

    private SamplingSection(Material material) {
        this.material = material;
    }

    static Section of(Material material) {
        return Section.told(
                "sampling", new Bilingual("Sampling", "Stichproben"), new SamplingSection(material).sentences());
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        material.samples().forEach(sample -> {
            sentences.add(drawn(sample));
            if (sample.removed() > 0) {
                sentences.add(removed(sample));
            }
        });
        if (sentences.isEmpty()) {
            sentences.add(
                    Sentence.missing(
                            "sample",
                            "No closed sample can be reported: say how the images that people coded were chosen.",
                            "Keine abgeschlossene Stichprobe liegt vor: wie die von Menschen codierten Bilder ausgewählt wurden."));
        }
        sentences.add(material.recorded().sentence(Topic.SIZE));
        material.basis().samples().stream()
                .filter(sample -> !sample.counts())
                .forEach(sample -> sentences.add(leftOut(sample)));
        return sentences;
    }

    private Sentence drawn(StudySamples.Drawn sample) {
        var strata = strata(sample);
        return Sentence.of(
                        "sample",
                        "\"{name}\" ({purpose}) is a {design} sample of {size} from {frame} ({share}), drawn on {day} with seed"
                                + " {seed}{strata}; {probability}; {overlap} of it was planned for {coders} each.",
                        "„{name}“ ({purpose}; {design}) umfasst {size} von {frame} ({share}), gezogen am {day} mit dem Seed"
                                + " {seed}{strata}; {probability}; {overlap} davon waren für je {coders} vorgesehen.")
                .with("name", sample.name())
                .with("purpose", StudyWords.purpose(sample))
                .with("design", StudyWords.design(sample))
                .with("size", UnitWords.counted(sample.size(), sample.unit()))
                .with("frame", count(sample.frameSize()))
                .with("share", percent(sample.size(), sample.frameSize()))
                .with("day", day(sample.createdAt()))
                .with("seed", Long.toString(sample.seed()))
                .with("strata", by(strata))
                .with("probability", chance(strata, sample.unit()))
                .with("overlap", percent(sample.overlap()))
                .with("coders", count(sample.codersEach(), Noun.PERSON))
                .at(material.at("/samples/" + sample.id()));
    }

    private List<CodingRows.Stratum> strata(StudySamples.Drawn sample) {
        return material.coded().strata().stream()
                .filter(stratum -> stratum.sample() == sample.id())
                .toList();
    }

    private static Bilingual by(List<CodingRows.Stratum> strata) {
        return strata.size() < 2
                ? Bilingual.EMPTY
                : new Bilingual(" from " + strata.size() + " strata by ", " aus " + strata.size() + " Schichten nach ")
                        .and(StudyWords.strata(strata.get(0).by()));
    }

    private static Bilingual chance(List<CodingRows.Stratum> strata, Unit unit) {
        var least = strata.stream().mapToDouble(CodingRows.Stratum::least).min();
        var most = strata.stream().mapToDouble(CodingRows.Stratum::most).max();
        if (least.isEmpty()) {
            return UnitWords.noneLeft(unit);
        }
        return least.getAsDouble() == most.getAsDouble()
                ? UnitWords.each(unit)
                        .and(new Bilingual(
                                " had the same probability of being drawn, ",
                                " hatte dieselbe Ziehungswahrscheinlichkeit, "))
                        .and(probability(least.getAsDouble()))
                : new Bilingual("probabilities of being drawn lie between ", "Ziehungswahrscheinlichkeiten zwischen ")
                        .and(probability(least.getAsDouble()))
                        .and(new Bilingual(" and ", " und "))
                        .and(probability(most.getAsDouble()));
    }

    private Sentence removed(StudySamples.Drawn sample) {
        return Sentence.of(
                        "removed_from_sample",
                        "{removed} of the {units} drawn for \"{name}\" left the project later ({gold} with gold); every figure"
                                + " is without them.",
                        "{removed} der für „{name}“ gezogenen {units} wurden später entfernt ({gold} mit Goldstandard);"
                                + " alle Kennwerte sind ohne sie.")
                .with("removed", count(sample.removed()))
                .with("units", UnitWords.words(sample.unit(), 2))
                .with("name", sample.name())
                .with("gold", count(sample.removedGold()))
                .at(material.at("/removals"));
    }

    /** In the same way for everybody who reads. */
    private Sentence leftOut(StudySamples.Drawn sample) {
        return Sentence.of(
                        "left_out",
                        "Left out: {images} of \"{name}\", which is still {state}.",
                        "Nicht berücksichtigt: {images} aus „{name}“, noch {state}.")
                .with("images", UnitWords.counted(sample.size(), sample.unit()))
                .with("name", sample.name())
                .with("state", sample.sealed() ? new Bilingual("sealed", "versiegelt") : new Bilingual("open", "offen"))
                .at(material.at("/samples/" + sample.id()));
    }
}
