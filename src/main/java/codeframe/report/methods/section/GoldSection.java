package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.percent;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import codeframe.report.study.StudySamples;
import java.util.ArrayList;
import java.util.List;

/** How gold was settled: the rule, and which share was contested. */
final class GoldSection {
    private final Material material;

    private GoldSection(Material material) {
        this.material = material;
    }

    static Section of(Material material) {
        return Section.told(
                "gold", new Bilingual("Gold standard", "Goldstandard"), new GoldSection(material).sentences());
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        material.basis().gold().samples().forEach(sample -> sentences.add(rule(sample)));
        long all = codes("unanimous") + codes("majority") + codes("adjudicated");
        sentences.add(all == 0 ? none() : settled(all));
        if (codes("adjudicated") > 0) {
            sentences.add(material.recorded().sentence(Topic.ADJUDICATION));
        }
        return sentences;
    }

    private Sentence rule(StudySamples.Drawn sample) {
        var majority = sample.goldRule().equals("majority");
        return Sentence.of(
                        "rule",
                        "In \"{name}\" ({purpose}) a code became gold by itself where {rule} agreed.",
                        "In „{name}“ ({purpose}) wurde ein Code ohne Weiteres zum Goldstandard, wenn {rule} übereinstimmten.")
                .with("name", sample.name())
                .with("purpose", StudyWords.purpose(sample))
                .with(
                        "rule",
                        majority
                                ? new Bilingual("most of its coders", "die meisten Codierenden")
                                : new Bilingual("all of its coders", "alle Codierenden"))
                .at(material.at("/samples/" + sample.id() + "/gold"));
    }

    private static Sentence none() {
        return Sentence.missing(
                "settled",
                "How gold was settled is not recorded: say by whom and by which rule, or that there is none.",
                "Wie der Goldstandard entstand, ist nicht festgehalten: durch wen und nach welcher Regel, oder dass es keinen"
                        + " gibt.");
    }

    private Sentence settled(long all) {
        long contested = codes("adjudicated");
        return Sentence.of(
                        "settled",
                        "Of {codes}, {unanimous} were unanimous and {majority} decided by majority; {adjudicated}"
                                + " ({contested}) were contested and settled one by one{deciders}, {reasons} of them with a"
                                + " reason in writing.",
                        "Von {codes} waren {unanimous} einstimmig und {majority} durch Mehrheit entschieden; {adjudicated}"
                                + " ({contested}) waren strittig und wurden einzeln entschieden{deciders}, {reasons} davon mit"
                                + " schriftlicher Begründung.")
                .with("codes", count(all, Noun.CODE))
                .with("unanimous", count(codes("unanimous")))
                .with("majority", count(codes("majority")))
                .with("adjudicated", count(contested))
                .with("contested", percent(contested, all))
                .with("deciders", deciders())
                .with("reasons", count(reasons()))
                .at(link());
    }

    /** Of the samples that gold rests on; of all closed gold where it rests on none. */
    private List<CodingRows.Route> routes() {
        var samples = material.basis().gold().samples().stream()
                .map(StudySamples.Drawn::id)
                .toList();
        return material.coded().routes().stream()
                .filter(route -> samples.isEmpty() || samples.contains(route.sample()))
                .toList();
    }

    private long codes(String provenance) {
        return routes().stream()
                .filter(route -> route.provenance().equals(provenance))
                .mapToLong(CodingRows.Route::codes)
                .sum();
    }

    private long reasons() {
        return routes().stream()
                .filter(route -> route.provenance().equals("adjudicated"))
                .mapToLong(CodingRows.Route::reasons)
                .sum();
    }

    private Bilingual deciders() {
        long deciders = routes().stream()
                .filter(route -> route.provenance().equals("adjudicated"))
                .mapToLong(CodingRows.Route::deciders)
                .max()
                .orElse(0);
        return deciders == 0 ? Bilingual.EMPTY : new Bilingual(" by ", " von ").and(count(deciders, Noun.PERSON));
    }

    private String link() {
        return material.basis().gold().samples().stream()
                .findFirst()
                .map(sample -> material.at("/samples/" + sample.id() + "/gold"))
                .orElse("");
    }
}
