package codeframe.report.methods;

import codeframe.report.figures.FigureText;
import codeframe.report.regression.AnalysisTable;
import codeframe.report.regression.RScript;
import codeframe.report.regression.Regressed;
import codeframe.report.regression.RegressedFiles;
import codeframe.statistics.regression.Fit;
import codeframe.web.NumberText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A regression with machine labels in the methods section, and its files in the archive. */
final class Regressions {
    private Regressions() {}

    static String sentence(Regressed regressed) {
        return String.join(" ", regressed.words())
                + " The coefficients were corrected by design-based supervised learning (Egami, Hinck, Stewart and Wei"
                + " 2023), with sandwich standard errors; see the table.";
    }

    static Table table(Regressed regressed) {
        var header = new ArrayList<>(List.of("Coefficient"));
        regressed.fits().keySet().forEach(way -> header.add(Regressed.title(way)));
        var names = regressed.names();
        var rows = IntStream.range(0, names.size())
                .mapToObj(k -> {
                    var row = new ArrayList<>(List.of(names.get(k)));
                    regressed.fits().values().forEach(fit -> row.add(cell(fit, k)));
                    return List.copyOf(row);
                })
                .toList();
        return new Table("Regression of " + regressed.outcome(), header, rows);
    }

    private static String cell(Fit fit, int k) {
        var figure = fit.coefficients().get(k);
        var p = fit.p(k);
        return (FigureText.value(figure) + " " + FigureText.limits(figure)).strip()
                + (p.isPresent() ? ", p " + NumberText.p(p.getAsDouble()) : "");
    }

    /** One row for each image, and the script that reads it. */
    static void write(Regressed regressed, String name, Archive archive) throws IOException {
        var table = new AnalysisTable(regressed);
        archive.table("regression/" + name + ".csv", table.header(), table::write);
        archive.text("regression/" + name + ".R", RScript.of(regressed, name + ".csv"));
    }

    /** The same with the coefficients that the page shows. */
    static void writeAsked(Regressed regressed, Archive archive) throws IOException {
        write(regressed, "asked", archive);
        archive.text("regression/asked-coefficients.csv", RegressedFiles.csv(regressed));
        archive.text(
                "regression/asked-coefficients.json",
                RegressedFiles.json(regressed).toPrettyString());
    }
}
