package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.decimal;
import static codeframe.report.document.BilingualNumbers.figure;
import static codeframe.report.document.BilingualNumbers.value;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import java.util.ArrayList;
import java.util.List;

/** Every run on every variable against gold, a row each. */
final class ValidationTable {
    private static final Bilingual NONE = Bilingual.of("–");

    private ValidationTable() {}

    static PrintedTable of(List<Validated> validations) {
        var rows = new ArrayList<List<Bilingual>>();
        validations.forEach(validated -> validated.runs().forEach(held -> rows.add(row(validated, held))));
        return new PrintedTable(
                "validation",
                new Bilingual("Machines against gold", "Maschinelle Codierung am Goldstandard"),
                2,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Run", "Lauf"),
                        Bilingual.of("n"),
                        new Bilingual("Coverage", "Abdeckung"),
                        new Bilingual("Accuracy [95 %]", "Treffer [95 %]"),
                        new Bilingual("Macro F1 [95 %]", "Makro-F1 [95 %]"),
                        Bilingual.of("MCC [95 %]"),
                        new Bilingual("α with gold [95 %]", "α mit Gold [95 %]"),
                        new Bilingual("α of people [95 %]", "α der Menschen [95 %]"),
                        Bilingual.of("ECE")),
                rows);
    }

    private static List<Bilingual> row(Validated validated, ValidatedRun held) {
        return List.of(
                Bilingual.of(validated.variable().label()),
                Bilingual.of(held.machine().name()),
                UnitWords.counted(
                        validated.goldSample().units().size(),
                        validated.variable().unit()),
                held.report()
                        .map(report -> value(report.coverage()))
                        .orElseGet(() -> value(held.labels().orElseThrow().coverage())),
                held.report()
                        .map(report -> cell(report.accuracy()))
                        .orElseGet(() -> cell(held.labels().orElseThrow().exact())),
                composite(held, "macro_f1"),
                composite(held, "mcc"),
                held.report()
                        .map(report -> cell(report.composites().get("alpha")))
                        .orElseGet(() -> cell(held.labels().orElseThrow().alpha())),
                held.humans().each().isEmpty() ? NONE : cell(held.humans().between()),
                held.report()
                        .flatMap(report -> report.calibration())
                        .map(found -> decimal(found.expectedError(), 3))
                        .orElse(NONE));
    }

    private static Bilingual composite(ValidatedRun held, String name) {
        return held.report().map(report -> cell(report.composites().get(name))).orElse(NONE);
    }

    /** "accuracy 0.901, 95 % CI […], macro F1 …": of several labels how often the whole set was right. */
    static Bilingual told(ValidatedRun held) {
        return held.report()
                .map(report -> new Bilingual("accuracy ", "Trefferanteil ")
                        .and(figure(report.accuracy()))
                        .and(new Bilingual("; macro F1 ", "; Makro-F1 "))
                        .and(figure(report.composites().get("macro_f1")))
                        .and(new Bilingual("; α with gold ", "; α mit dem Goldstandard "))
                        .and(figure(report.composites().get("alpha"))))
                .orElseGet(() -> new Bilingual("the whole set of labels right ", "alle Codes zugleich richtig ")
                        .and(figure(held.labels().orElseThrow().exact()))
                        .and(new Bilingual("; mean Jaccard overlap ", "; mittlere Jaccard-Überlappung "))
                        .and(figure(held.labels().orElseThrow().jaccard())));
    }
}
