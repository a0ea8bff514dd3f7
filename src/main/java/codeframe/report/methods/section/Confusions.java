package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.figures.ValidationReport;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import java.util.List;

/** Gold by machine, counted in what the variables are asked of: a row for every pair of classes that occurs. */
final class Confusions {
    private Confusions() {}

    static PrintedTable of(List<Validated> validations) {
        var variables = validations.stream().map(Validated::variable).toList();
        return EstimateTables.table(
                "confusion",
                new Bilingual("Gold and what the machine said, in ", "Goldstandard und Maschine, in ")
                        .and(UnitWords.commonOf(variables)),
                List.of(new Bilingual("Machine", "Maschine"), Bilingual.of("n")),
                validations,
                (validated, held, rows) -> held.report().ifPresent(report -> cells(validated, held, report, rows)));
    }

    private static void cells(
            Validated validated, ValidatedRun held, ValidationReport report, List<List<Bilingual>> rows) {
        var classes = report.judged().classes();
        for (int gold = 0; gold < classes.size(); gold++) {
            for (int said = 0; said < classes.size(); said++) {
                long n = Math.round(report.counts().of(gold, said));
                if (n > 0) {
                    rows.add(EstimateTables.row(
                            validated,
                            held,
                            validated.variable().labelOf(classes.get(gold)),
                            Bilingual.of(validated.variable().labelOf(classes.get(said))),
                            count(n)));
                }
            }
        }
    }
}
