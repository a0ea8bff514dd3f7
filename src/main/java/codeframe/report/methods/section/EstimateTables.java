package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.decimal;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import codeframe.report.figures.ClassShare;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import codeframe.statistics.validation.AltTest;
import java.util.ArrayList;
import java.util.List;

/** What was found of machines and corpus, class by class. */
final class EstimateTables {
    private static final List<Bilingual> NAMES =
            List.of(Bilingual.of("Variable"), new Bilingual("Run", "Lauf"), new Bilingual("Class", "Klasse"));

    private EstimateTables() {}

    static Section of(Material material) {
        var validations = material.found().validations();
        var tables = new ArrayList<>(CollectionTables.filled(
                classes(validations), Confusions.of(validations), shares(validations), people(validations)));
        material.found().regression().map(RegressionTable::of).ifPresent(tables::add);
        return Section.listing(
                "estimates", new Bilingual("Machines against gold, and the corpus", "Goldstandard und Korpus"), tables);
    }

    /** A way to make rows of one run on one variable. */
    @FunctionalInterface
    interface Rows {
        void add(Validated validated, ValidatedRun held, List<List<Bilingual>> rows);
    }

    static PrintedTable table(
            String key, Bilingual caption, List<Bilingual> further, List<Validated> validations, Rows made) {
        var rows = new ArrayList<List<Bilingual>>();
        validations.forEach(validated -> validated.runs().forEach(held -> made.add(validated, held, rows)));
        var header = new ArrayList<>(NAMES);
        header.addAll(further);
        return new PrintedTable(key, caption, NAMES.size(), header, rows);
    }

    static List<Bilingual> row(Validated validated, ValidatedRun held, String label, Bilingual... figures) {
        var row = new ArrayList<>(List.of(
                Bilingual.of(validated.variable().label()),
                Bilingual.of(held.machine().name()),
                Bilingual.of(label)));
        row.addAll(List.of(figures));
        return row;
    }

    private static PrintedTable classes(List<Validated> validations) {
        return table(
                "classes",
                new Bilingual("Precision, recall and F1 by class", "Precision, Recall und F1 je Klasse"),
                List.of(
                        new Bilingual("n gold", "n Gold"),
                        Bilingual.of("Precision [95 %]"),
                        Bilingual.of("Recall [95 %]"),
                        Bilingual.of("F1 [95 %]")),
                validations,
                (validated, held, rows) -> {
                    held.report()
                            .ifPresent(report -> report.classes()
                                    .forEach(one -> rows.add(row(
                                            validated,
                                            held,
                                            validated.variable().labelOf(one.label()),
                                            count(one.support()),
                                            cell(one.precision()),
                                            cell(one.recall()),
                                            cell(one.f1())))));
                    held.labels()
                            .ifPresent(report -> report.labels()
                                    .forEach(one -> rows.add(row(
                                            validated,
                                            held,
                                            validated.variable().labelOf(one.label()),
                                            count(one.support()),
                                            cell(one.precision()),
                                            cell(one.recall()),
                                            cell(one.f1())))));
                });
    }

    private static PrintedTable shares(List<Validated> validations) {
        return table(
                "shares",
                new Bilingual("Share of each class in the corpus", "Anteil jeder Klasse am Korpus"),
                List.of(
                        new Bilingual("Machine alone", "Maschine allein"),
                        new Bilingual("Gold alone", "Gold allein"),
                        new Bilingual("Corrected [95 %]", "Korrigiert [95 %]"),
                        Bilingual.of("PPI++ [95 %]"),
                        new Bilingual("Effective n", "Effektives n")),
                validations,
                (validated, held, rows) -> {
                    held.report()
                            .ifPresent(report ->
                                    report.prevalence().forEach(share -> rows.add(share(validated, held, share))));
                    held.labels()
                            .ifPresent(report ->
                                    report.labels().forEach(label -> rows.add(share(validated, held, label.share()))));
                });
    }

    private static List<Bilingual> share(Validated validated, ValidatedRun held, ClassShare share) {
        return row(
                validated,
                held,
                validated.variable().labelOf(share.label()),
                cell(share.naive()),
                cell(share.gold()),
                cell(share.corrected()),
                cell(share.ppi()),
                share.effectiveGold().isPresent()
                        ? decimal(share.effectiveGold().getAsDouble(), 0)
                        : Bilingual.of("–"));
    }

    /** Every person beside the machine, and the p of the alternative annotator test. */
    private static PrintedTable people(List<Validated> validations) {
        return table(
                "people",
                new Bilingual(
                        "People beside machines: the same as the majority of the others, and the alternative annotator test",
                        "Menschen neben Maschinen: wie die Mehrheit der anderen, und Alternative-Annotator-Test"),
                List.of(
                        Bilingual.of("n"),
                        new Bilingual("Person [95 %]", "Person [95 %]"),
                        new Bilingual("Machine [95 %]", "Maschine [95 %]"),
                        new Bilingual("α with machine [95 %]", "α mit Maschine [95 %]"),
                        Bilingual.of("p"),
                        Bilingual.of("ω"),
                        Bilingual.of("ρ")),
                validations,
                (validated, held, rows) -> held.humans()
                        .each()
                        .forEach(human -> rows.add(row(
                                validated,
                                held,
                                human.name(),
                                count(human.n()),
                                cell(human.person()),
                                cell(human.machine()),
                                cell(human.alpha()),
                                AltTests.p(held, human.name()),
                                AltTests.of(held, AltTest::winningRate),
                                AltTests.of(held, AltTest::advantage)))));
    }
}
