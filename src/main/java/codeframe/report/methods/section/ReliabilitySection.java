package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.decimal;
import static codeframe.report.document.BilingualNumbers.figure;
import static codeframe.report.document.BilingualNumbers.method;
import static codeframe.report.document.BilingualNumbers.percent;

import codeframe.codebook.Variable;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.document.Bilingual;
import codeframe.report.document.Noun;
import codeframe.report.document.Section;
import codeframe.report.document.Sentence;
import codeframe.report.study.StudySamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How far people agreed, on which sample, in one table (wording of statistics.md, section 6). */
final class ReliabilitySection {
    private final Material material;
    private final List<AgreementStudy.Line> lines;

    private ReliabilitySection(Material material) {
        this.material = material;
        this.lines = material.found().compared().stream()
                .map(AgreementStudy.Opened::line)
                .toList();
    }

    static Section of(Material material) {
        var made = new ReliabilitySection(material);
        var title = new Bilingual("Reliability", "Reliabilität");
        return made.lines.isEmpty()
                ? Section.told("reliability", title, List.of(none()))
                : Section.of("reliability", title, List.of(made.sentences()), ReliabilityTable.of(made.lines));
    }

    private static Sentence none() {
        return Sentence.missing(
                "assessed",
                "Reliability is not known: no image of a closed sample was coded by two people yet.",
                "Die Reliabilität ist nicht bekannt: noch kein Bild einer abgeschlossenen Stichprobe wurde von zwei"
                        + " Personen codiert.");
    }

    private List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        sentences.add(assessed());
        sentences.add(alpha());
        LowestPair.sentence(material).ifPresent(sentences::add);
        sentences.add(intervals());
        DriftSentence.sentence(material).ifPresent(sentences::add);
        lines.forEach(line -> WithinSentence.of(material, line).ifPresent(sentences::add));
        var warned = lines.stream()
                .filter(line ->
                        !line.report().warnings(UnaryOperator.identity()).isEmpty())
                .map(line -> line.variable().label())
                .toList();
        if (!warned.isEmpty()) {
            sentences.add(Sentence.of(
                            "warnings",
                            "The figures of {variables} carry a warning, such as few uses of a category.",
                            "Vorbehalte, etwa selten vergebene Kategorien, gelten für {variables}.")
                    .with("variables", String.join(", ", warned))
                    .at(material.at("/agreement")));
        }
        return sentences;
    }

    private Sentence assessed() {
        var samples = material.basis().reliability().samples();
        return Sentence.of(
                        "assessed",
                        "Reliability was assessed on n = {n} independently coded by {coders}, on their codes before"
                                + " anything was settled{sample}.",
                        "Die Reliabilität wurde an n = {n} geprüft, unabhängig codiert von {coders}, mit den Codes vor"
                                + " jeder Einigung{sample}.")
                .with("n", isOneSample(samples) ? drawn(samples.get(0)) : coded())
                .with(
                        "coders",
                        count(
                                lines.stream()
                                        .mapToLong(line -> line.report().coders())
                                        .max()
                                        .orElse(0),
                                Noun.CODER))
                .with("sample", rest(samples))
                .at(material.at("/agreement"));
    }

    private boolean isOneSample(List<StudySamples.Drawn> samples) {
        return samples.size() == 1
                && variables().stream()
                        .allMatch(one -> one.unit() == samples.get(0).unit());
    }

    private Bilingual drawn(StudySamples.Drawn sample) {
        long n = most(line -> true);
        return count(n).and(new Bilingual(" randomly drawn ", " zufällig gezogenen "))
                .and(UnitWords.of(sample.unit()))
                .and(Bilingual.of(" ("))
                .and(percent(n, sample.frameSize()))
                .and(new Bilingual(" of N = ", " von N = "))
                .and(count(sample.frameSize()))
                .and(Bilingual.of(")"));
    }

    /** "40 posts and 120 images, which were not one random sample," */
    private Bilingual coded() {
        var units = UnitWords.units(variables().stream()).stream()
                .map(unit -> UnitWords.countedOf(most(line -> line.variable().unit() == unit), unit));
        return Bilingual.list(units)
                .and(new Bilingual(
                        ", which were not one random sample,", ", die keine einzelne Zufallsstichprobe sind,"));
    }

    private List<Variable> variables() {
        return lines.stream().map(AgreementStudy.Line::variable).toList();
    }

    private long most(Predicate<AgreementStudy.Line> meant) {
        return lines.stream()
                .filter(meant)
                .mapToLong(line -> line.report().pairable().units())
                .max()
                .orElse(0);
    }

    private Bilingual rest(List<StudySamples.Drawn> samples) {
        if (samples.isEmpty()) {
            return Bilingual.EMPTY;
        }
        var reliability = material.basis().reliability();
        var chosen = samples.stream().filter(reliability::chosen).toList();
        var proposed = samples.stream().filter(one -> !reliability.chosen(one)).toList();
        var parts = new ArrayList<Bilingual>();
        if (!chosen.isEmpty()) {
            parts.add(names(chosen)
                    .and(reliability
                            .choice()
                            .map(one -> new Bilingual(", chosen by " + one.by(), ", gewählt von " + one.by()))
                            .orElse(Bilingual.EMPTY)));
        }
        if (!proposed.isEmpty()) {
            parts.add(names(proposed));
        }
        return new Bilingual(" (sample ", " (Stichprobe ")
                .and(Bilingual.joined("; ", parts))
                .and(Bilingual.of(")"));
    }

    private static Bilingual names(List<StudySamples.Drawn> samples) {
        return Bilingual.joined(
                ", ",
                samples.stream()
                        .map(StudySamples.Drawn::name)
                        .map(Bilingual::quoted)
                        .toList());
    }

    private Sentence alpha() {
        return Sentence.of("alpha", "Krippendorff's {alpha}; see Table 1.", "Krippendorffs {alpha}; siehe Tabelle 1.")
                .with("alpha", range(lines))
                .at(material.at("/agreement"));
    }

    private Sentence intervals() {
        var asked = lines.get(0).report().alpha().asked();
        return Sentence.of(
                        "intervals",
                        "Intervals are 95 % ({method}, {replicates} replicates, seed {seed}) and {about}.",
                        "Intervalle: 95 % ({method}, {replicates} Ziehungen, Seed {seed}), {about}.")
                .with(
                        "method",
                        Bilingual.list(lines.stream()
                                .map(line -> method(line.report().alpha().figure()))
                                .filter(method -> !method.isBlank())
                                .distinct()))
                .with("about", DrawnVariable.about(drawnVariables(), Bilingual.EMPTY))
                .with("replicates", count(asked.replicates()))
                .with("seed", Long.toString(asked.seed()))
                .at(material.at("/agreement"));
    }

    private List<DrawnVariable> drawnVariables() {
        return material.found().compared().stream()
                .map(opened -> new DrawnVariable(
                        opened.line().variable(), opened.clustering().cluster()))
                .toList();
    }

    /** "α (nominal) = 0.743, 95 % CI … (Image type)", or from the lowest to the highest. */
    static Bilingual range(List<AgreementStudy.Line> lines) {
        var defined = lines.stream()
                .filter(line -> line.report().alpha().figure().number().isPresent())
                .sorted(Comparator.comparingDouble(
                        line -> line.report().alpha().figure().number().getAsDouble()))
                .toList();
        if (defined.isEmpty()) {
            return new Bilingual("α is undefined for every variable", "α ist für keine Variable bestimmbar");
        }
        var lowest = defined.get(0);
        if (lines.size() == 1) {
            return one(lowest);
        }
        return new Bilingual("α lies between ", "α liegt zwischen ")
                .and(named(lowest))
                .and(new Bilingual(" and ", " und "))
                .and(named(defined.get(defined.size() - 1)));
    }

    private static Bilingual one(AgreementStudy.Line line) {
        return Bilingual.of("α (")
                .and(StudyWords.level(line.variable().level()))
                .and(Bilingual.of(") = "))
                .and(figure(line.report().alpha().figure()))
                .and(Bilingual.of(" (" + line.variable().label() + ")"));
    }

    private static Bilingual named(AgreementStudy.Line line) {
        return decimal(line.report().alpha().figure().number().orElseThrow(), 3)
                .and(Bilingual.of(" (" + line.variable().label() + ")"));
    }
}
