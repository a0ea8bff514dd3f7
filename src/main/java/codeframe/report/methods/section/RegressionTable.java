package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.regression.Regressed;
import codeframe.statistics.regression.Fit;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The coefficients of a regression that was asked for, by every way of correcting it. */
final class RegressionTable {
    private RegressionTable() {}

    static PrintedTable of(Regressed regressed) {
        var header = new ArrayList<>(List.of(new Bilingual("Coefficient", "Koeffizient")));
        regressed.fits().keySet().forEach(way -> header.add(Bilingual.of(Regressed.title(way))));
        var names = regressed.names();
        var rows = IntStream.range(0, names.size())
                .mapToObj(k -> {
                    var row = new ArrayList<>(List.of(Bilingual.of(names.get(k))));
                    regressed.fits().values().forEach(fit -> row.add(told(fit, k)));
                    return List.copyOf(row);
                })
                .toList();
        var outcome = regressed.outcome();
        return new PrintedTable(
                "regression", new Bilingual("Regression of " + outcome, "Regression von " + outcome), 1, header, rows);
    }

    private static Bilingual told(Fit fit, int k) {
        var p = fit.p(k);
        return cell(fit.coefficients().get(k))
                .and(Bilingual.of(p.isPresent() ? ", p " + NumberText.p(p.getAsDouble()) : ""));
    }
}
