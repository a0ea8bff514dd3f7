package codeframe.report.methods;

import codeframe.report.regression.AnalysisTable;
import codeframe.report.regression.RScript;
import codeframe.report.regression.Regressed;
import codeframe.report.regression.RegressedFiles;
import java.io.IOException;

/** The files of a regression with machine labels in the archive. */
final class Regressions {
    private Regressions() {}

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
