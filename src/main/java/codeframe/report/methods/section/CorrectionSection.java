package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.decimal;
import static codeframe.report.document.BilingualNumbers.figure;
import static codeframe.report.document.BilingualNumbers.method;

import codeframe.codebook.Unit;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import codeframe.report.figures.ClassShare;
import codeframe.report.regression.Regressed;
import codeframe.report.study.Cluster;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import codeframe.statistics.regression.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How what is said of the corpus was corrected for the machines' errors. */
final class CorrectionSection {
    private final Material material;

    private CorrectionSection(Material material) {
        this.material = material;
    }

    static Section of(Material material) {
        return Section.told(
                "corrections",
                new Bilingual("Corrections", "Korrekturen"),
                new CorrectionSection(material).sentences());
    }

    /** A share as the machine tells it, and as it is corrected. */
    private record Corrected(Validated validated, ValidatedRun held, ClassShare share) {
        double by() {
            return Math.abs(share.corrected().number().orElse(0)
                    - share.naive().number().orElse(0));
        }
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        sentences.add(most().map(this::shares).orElseGet(CorrectionSection::none));
        sentences.add(material.found().regression().map(this::regression).orElseGet(this::without));
        return sentences;
    }

    private Optional<Corrected> most() {
        return material.found().validations().stream()
                .flatMap(validated -> validated.runs().stream()
                        .flatMap(held -> held.report().stream()
                                .flatMap(report -> report.prevalence().stream())
                                .map(share -> new Corrected(validated, held, share))))
                .filter(one -> one.share().corrected().number().isPresent())
                .max(Comparator.comparingDouble(Corrected::by));
    }

    private static Sentence none() {
        return Sentence.missing(
                "shares",
                "Corrected shares cannot be reported: machine labels without gold must not be counted as they are.",
                "Korrigierte Anteile liegen nicht vor: Maschinencodes ohne Goldstandard sind nicht einfach auszuzählen.");
    }

    private Sentence shares(Corrected most) {
        var share = most.share();
        return Sentence.of(
                        "shares",
                        "Shares in the corpus are post-stratified by the machine's label and weighted by design ({method}), with"
                                + " PPI++ beside it (appendix); the largest correction is that of {variable}, {category} by"
                                + " \"{run}\", from {naive} to {corrected}{effective}.",
                        "Anteile im Korpus sind nach dem Code der Maschine nachgeschichtet und nach dem Design gewichtet"
                                + " ({method}), daneben PPI++ (Anhang); die größte Korrektur betrifft {variable}, {category}"
                                + " nach „{run}“: von {naive} auf {corrected}{effective}.")
                .with("method", method(share.corrected()))
                .with("variable", most.validated().variable().label())
                .with("category", most.validated().variable().labelOf(share.label()))
                .with("run", most.held().machine().name())
                .with("naive", figure(share.naive()))
                .with("corrected", figure(share.corrected()))
                .with(
                        "effective",
                        share.effectiveGold().isPresent()
                                ? new Bilingual("; effective gold n = ", "; effektives Gold-n = ")
                                        .and(decimal(share.effectiveGold().getAsDouble(), 0))
                                : Bilingual.EMPTY)
                .at(material.at("/validation" + most.validated().question().plainQuery()));
    }

    private static Bilingual clusters(Cluster cluster, Unit unit) {
        var units = UnitWords.words(unit, 2);
        return switch (cluster) {
            case IMAGE -> UnitWords.each(unit).and(new Bilingual(" by itself", " für sich"));
            case POST -> units.and(new Bilingual(" of a post together", " eines Beitrags zusammen"));
            case ACCOUNT -> units.and(new Bilingual(" of an account together", " eines Kontos zusammen"));
        };
    }

    private Sentence regression(Regressed regressed) {
        var question = regressed.question();
        return Sentence.of(
                        "regression",
                        "A {model} regression of {outcome} as \"{run}\" coded it rests on {images}, {gold} of them with gold;"
                                + " its coefficients were corrected by design-based supervised learning (Egami, Hinck,"
                                + " Stewart and Wei 2023), with sandwich standard errors, {clusters} (appendix).",
                        "Eine {model} Regression von {outcome}, codiert von „{run}“, beruht auf {images}, {gold} davon mit"
                                + " Goldstandard; die Koeffizienten sind durch design-based supervised learning korrigiert"
                                + " (Egami, Hinck, Stewart und Wei 2023), mit Sandwich-Standardfehlern, {clusters} (Anhang).")
                .with(
                        "model",
                        question.link() == Link.LINEAR
                                ? new Bilingual("linear", "lineare")
                                : new Bilingual("logistic", "logistische"))
                .with("outcome", regressed.outcome())
                .with("run", regressed.machine().name())
                .with(
                        "images",
                        UnitWords.countedOf(
                                regressed.units().size(), regressed.variable().unit()))
                .with("gold", count(regressed.labelled()))
                .with(
                        "clusters",
                        clusters(question.cluster(), regressed.variable().unit()))
                .at(material.at("/validation/regression" + question.query()));
    }

    private Sentence without() {
        return Sentence.of(
                        "regression",
                        "For regressions with machine labels the replication archive holds one row per image with label, gold,"
                                + " probability and stratum, and R scripts that correct for misclassification.",
                        "Für Regressionen mit Maschinencodes enthält das Replikationsarchiv je Bild eine Zeile mit Code,"
                                + " Goldstandard, Ziehungswahrscheinlichkeit und Schicht sowie R-Skripte zur Korrektur.")
                .at(material.at("/validation/regression"));
    }
}
