package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.p;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.regression.Regressed;
import codeframe.statistics.regression.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The coefficients of a regression that was asked for, by every way of correcting it. */
final class RegressionTable {
    private RegressionTable() {}

    static PrintedTable of(Regressed regressed) {
        var header = new ArrayList<>(List.of(new Bilingual("Coefficient", "Koeffizient")));
        regressed.fits().keySet().forEach(way -> header.add(title(way)));
        var names = regressed.names();
        var rows = IntStream.range(0, names.size())
                .mapToObj(k -> {
                    var row = new ArrayList<>(List.of(name(names.get(k))));
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
                .and(p.isPresent() ? Bilingual.of(", p ").and(p(p.getAsDouble())) : Bilingual.EMPTY);
    }

    private static Bilingual name(String coefficient) {
        return new Bilingual(coefficient, coefficient.equals(Regressed.CONSTANT) ? "(Konstante)" : coefficient);
    }

    private static Bilingual title(String way) {
        return new Bilingual(
                Regressed.title(way),
                switch (way) {
                    case "naive" -> "Codes der Maschine";
                    case "dsl" -> "Korrigiert (DSL)";
                    case "ppi" -> "Korrigiert (PPI++)";
                    default -> "Goldstandard allein";
                });
    }
}
