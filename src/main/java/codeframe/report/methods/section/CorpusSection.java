package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.days;

import codeframe.codebook.Unit;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import java.util.ArrayList;
import java.util.List;

/** The collection as it was imported: what it is, and what was lost on the way. */
final class CorpusSection {
    private final Material material;
    private final Material.Collected collected;

    private CorpusSection(Material material) {
        this.material = material;
        this.collected = material.collected();
    }

    static Section of(Material material) {
        return Section.told("corpus", new Bilingual("Corpus", "Korpus"), new CorpusSection(material).sentences());
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        sentences.add(size());
        sentences.add(period());
        sentences.add(material.recorded().sentence(Topic.COLLECTION));
        if (collected.taken().imports() > 0) {
            sentences.add(imported());
        }
        if (!collected.removed().isEmpty()) {
            sentences.add(removed());
        }
        if (collected.taken().corrected() > 0) {
            sentences.add(Sentence.of(
                            "corrections",
                            "Metadata of {corrected} were corrected by a later import.",
                            "Metadaten wurden durch einen späteren Import korrigiert ({corrected}).")
                    .with("corrected", count(collected.taken().corrected(), Noun.IMAGE))
                    .at(material.at("/imports")));
        }
        sentences.add(material.recorded().sentence(Topic.EXCLUSIONS));
        sentences.add(material.recorded().sentence(Topic.RIGHTS));
        return sentences;
    }

    private Sentence size() {
        var corpus = collected.corpus();
        var further = corpus.appearances() == 0
                ? Bilingual.EMPTY
                : new Bilingual("; some were posted again, ", "; erneut veröffentlicht wurden solche Bilder ")
                        .and(count(corpus.appearances()))
                        .and(new Bilingual(" times in all", " Mal"));
        return Sentence.of(
                        "size",
                        "The corpus holds {images}{posts}{accounts}; {units}, and images of"
                                + " identical content count once{appearances}.",
                        "Das Korpus umfasst {images}{posts}{accounts}; {units}, inhaltsgleiche"
                                + " Bilder zählen einmal{appearances}.")
                .with("images", holding(corpus))
                .with("posts", from(corpus.posts(), Noun.POST))
                .with("accounts", of(corpus.accounts()))
                .with("units", units())
                .with("appearances", further)
                .at(material.at("/images"));
    }

    /** "120 images and 3 videos (with 40 frames)" */
    private static Bilingual holding(CorpusRows.Corpus corpus) {
        var videos = UnitWords.counted(corpus.videos(), Unit.VIDEO)
                .and(new Bilingual(" (with ", " (mit "))
                .and(count(corpus.frames(), Noun.FRAME))
                .and(Bilingual.of(")"));
        var images = UnitWords.counted(corpus.images(), Unit.IMAGE);
        if (corpus.videos() == 0) {
            return images;
        }
        return corpus.images() == 0
                ? videos
                : images.and(new Bilingual(" and ", " und ")).and(videos);
    }

    /** What the codebook asks of; images, as long as nothing is published. */
    private Bilingual units() {
        var versions = material.versions();
        var units = versions.isEmpty()
                ? List.of(Unit.IMAGE)
                : UnitWords.units(CodebookSection.read(versions.get(versions.size() - 1)).variables().stream());
        var each = Bilingual.list(units.stream().map(UnitWords::single));
        return units.size() == 1
                ? new Bilingual("the unit of coding is ", "Codiereinheit ist ").and(each)
                : new Bilingual("the units of coding, by variable, are ", "Codiereinheiten sind je nach Variable ")
                        .and(each);
    }

    private static Bilingual from(long n, Noun noun) {
        return n == 0 ? Bilingual.EMPTY : new Bilingual(" from ", " aus ").and(count(n, noun));
    }

    private static Bilingual of(long accounts) {
        return accounts == 0 ? Bilingual.EMPTY : new Bilingual(" of ", " von ").and(count(accounts, Noun.ACCOUNT));
    }

    private Sentence period() {
        var corpus = collected.corpus();
        if (corpus.dated() == 0) {
            return Sentence.missing(
                    "period",
                    "The period is not recorded: no image carries a day of posting, so say when the images were posted.",
                    "Der Zeitraum ist nicht festgehalten: kein Bild trägt ein Datum der Veröffentlichung.");
        }
        long undated = corpus.images() + corpus.videos() - corpus.dated();
        return Sentence.of("period", "They were posted {days}{undated}.", "Veröffentlicht wurden sie {days}{undated}.")
                .with("days", days(corpus.from(), corpus.to()))
                .with(
                        "undated",
                        undated == 0
                                ? Bilingual.EMPTY
                                : new Bilingual("; ", "; ")
                                        .and(count(undated))
                                        .and(new Bilingual(" of them without a day", " davon ohne Datum")))
                .at(material.at("/images"));
    }

    private Sentence imported() {
        var taken = collected.taken();
        return Sentence.of(
                        "import",
                        "{imports} {days} {brought} {files}: {accepted} became images, {damaged} of them damaged;"
                                + " {duplicate} held an image that was there already, {rejected} could not be read as an"
                                + " image and {skipped} were passed over (reasons: appendix).",
                        "{imports} {days} {brought} {files}: {accepted} wurden zu Bildern, davon {damaged} beschädigt;"
                                + " {duplicate} enthielten ein schon vorhandenes Bild, {rejected} waren nicht als Bild"
                                + " lesbar und {skipped} wurden übergangen (Gründe: Anhang).")
                .with("imports", imports(taken.imports()))
                .with("days", days(taken.from(), taken.to()))
                .with("brought", new Bilingual("brought", taken.imports() == 1 ? "brachte" : "brachten"))
                .with("files", count(files(), Noun.FILE))
                .with("accepted", count(collected.files("accepted", "damaged")))
                .with("damaged", count(collected.files("damaged")))
                .with("duplicate", count(collected.files("duplicate")))
                .with("rejected", count(collected.files("rejected")))
                .with("skipped", count(collected.files("skipped")))
                .at(material.at("/imports"));
    }

    private static Bilingual imports(long n) {
        return new Bilingual(n == 1 ? "One import" : n + " imports", n == 1 ? "Ein Import" : n + " Importe");
    }

    /** Tables of metadata are not among them. */
    private long files() {
        return collected.files("accepted", "damaged", "duplicate", "rejected", "skipped");
    }

    private Sentence removed() {
        var images = collected.removed().stream()
                .mapToLong(CorpusRows.Removed::images)
                .sum();
        var reasons = collected.removed().stream()
                .map(CorpusRows.Removed::reason)
                .distinct()
                .limit(3);
        return Sentence.of(
                        "removed",
                        "{images} were removed later ({reasons}).",
                        "Nachträglich entfernt wurden {images} ({reasons}).")
                .with("images", count(images, Noun.IMAGE))
                .with("reasons", Bilingual.of(String.join("; ", reasons.toList())))
                .at(material.at("/removals"));
    }
}
