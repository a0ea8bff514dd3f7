package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.day;
import static codeframe.report.document.BilingualNumbers.decimal;
import static codeframe.report.document.BilingualNumbers.probability;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import codeframe.report.study.StudySamples;
import java.util.ArrayList;
import java.util.List;

/** Tables of what was drawn and coded. */
final class CodingTables {
    private CodingTables() {}

    static Section of(Material material) {
        return Section.listing(
                "coding",
                new Bilingual("Samples and coders", "Stichproben und Codierende"),
                CollectionTables.filled(
                        strata(material), overlaps(material), coders(material), stages(material), routes(material)));
    }

    private static Bilingual name(Material material, long sample) {
        return material.basis().samples().stream()
                .filter(one -> one.id() == sample)
                .findFirst()
                .map(StudySamples.Drawn::name)
                .map(Bilingual::of)
                .orElse(new Bilingual("outside of samples", "außerhalb von Stichproben"));
    }

    /** "12 posts" */
    private static Bilingual drawn(Material material, long sample, long n) {
        return material.basis().samples().stream()
                .filter(one -> one.id() == sample)
                .findFirst()
                .map(one -> UnitWords.counted(n, one.unit()))
                .orElseGet(() -> count(n));
    }

    private static PrintedTable strata(Material material) {
        return new PrintedTable(
                "strata",
                new Bilingual("Strata of closed samples", "Schichten der abgeschlossenen Stichproben"),
                2,
                List.of(
                        new Bilingual("Sample", "Stichprobe"),
                        new Bilingual("Stratum", "Schicht"),
                        Bilingual.of("n"),
                        new Bilingual("Least probability", "Kleinste Wahrscheinlichkeit"),
                        new Bilingual("Greatest", "Größte")),
                material.coded().strata().stream()
                        .map(one -> List.of(
                                name(material, one.sample()),
                                one.stratum().isEmpty() ? new Bilingual("all", "alle") : Bilingual.of(one.stratum()),
                                drawn(material, one.sample(), one.images()),
                                probability(one.least()),
                                probability(one.most())))
                        .toList());
    }

    private static PrintedTable overlaps(Material material) {
        return new PrintedTable(
                "overlap",
                new Bilingual("What was drawn, by how many people coded it", "Gezogenes nach Zahl der Codierenden"),
                1,
                List.of(new Bilingual("Sample", "Stichprobe"), new Bilingual("People", "Personen"), Bilingual.of("n")),
                material.coded().overlaps().stream()
                        .map(one -> List.of(
                                name(material, one.sample()),
                                count(one.codes()),
                                drawn(material, one.sample(), one.images())))
                        .toList());
    }

    private static PrintedTable coders(Material material) {
        return new PrintedTable(
                "coders",
                new Bilingual("Coders", "Codierende"),
                2,
                List.of(
                        new Bilingual("Coder", "Person"),
                        new Bilingual("Role", "Rolle"),
                        new Bilingual("Codings", "Codierungen"),
                        new Bilingual("With a machine in sight", "Mit Maschine in Sicht"),
                        new Bilingual("Hours", "Stunden"),
                        new Bilingual("From", "Von"),
                        new Bilingual("To", "Bis")),
                material.coded().people().stream()
                        .map(one -> List.of(
                                Bilingual.of(one.name()),
                                Bilingual.said(one.role() == null ? one.kind() : one.role()),
                                count(one.codings()),
                                count(one.assisted()),
                                decimal(one.seconds() / 3600, 1),
                                day(one.first()),
                                day(one.last())))
                        .toList());
    }

    private static PrintedTable stages(Material material) {
        var rows = new ArrayList<List<Bilingual>>();
        material.found()
                .stages()
                .forEach(stage -> stage.lines().stream()
                        .filter(line -> line.report().pairable().units() > 0)
                        .forEach(line -> rows.add(List.of(
                                Bilingual.of(stage.sample().name()),
                                Bilingual.of(line.variable().label()),
                                UnitWords.counted(
                                        line.report().pairable().units(),
                                        line.variable().unit()),
                                cell(line.report().alpha().figure())))));
        return new PrintedTable(
                "stages",
                new Bilingual("α in other closed samples", "α in weiteren abgeschlossenen Stichproben"),
                2,
                List.of(
                        new Bilingual("Sample", "Stichprobe"),
                        Bilingual.of("Variable"),
                        Bilingual.of("n"),
                        Bilingual.of("α [95 %]")),
                rows);
    }

    private static PrintedTable routes(Material material) {
        return new PrintedTable(
                "routes",
                new Bilingual("Gold by how it was settled", "Goldstandard nach seiner Entstehung"),
                2,
                List.of(
                        new Bilingual("Sample", "Stichprobe"),
                        new Bilingual("Settled", "Entstanden"),
                        new Bilingual("Codes", "Codes"),
                        new Bilingual("With a reason", "Mit Begründung")),
                material.coded().routes().stream()
                        .map(one -> List.of(
                                name(material, one.sample()),
                                StudyWords.provenance(one.provenance()),
                                count(one.codes()),
                                count(one.reasons())))
                        .toList());
    }
}
