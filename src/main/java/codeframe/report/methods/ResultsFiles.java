package codeframe.report.methods;

import codeframe.report.results.ComparisonsCsv;
import codeframe.report.results.ResultsImages;
import codeframe.report.results.ResultsScript;
import codeframe.report.results.ResultsStudy;
import codeframe.report.results.SharesCsv;
import codeframe.report.results.SharesJson;
import java.io.IOException;

/** The files of results in the archive: what they are computed from, what was found, and R that prints it once more. */
final class ResultsFiles {
    private ResultsFiles() {}

    static void write(ResultsStudy.Pair pair, String name, Archive archive) throws IOException {
        var results = pair.results();
        var path = "results/" + name;
        archive.table(path + "-images.csv", ResultsImages.HEADER, pair.images()::write);
        archive.text(path + "-shares.csv", SharesCsv.of(results));
        archive.text(path + "-comparisons.csv", ComparisonsCsv.of(results));
        archive.text(path + ".json", SharesJson.of(results).toPrettyString());
        archive.text(path + ".R", ResultsScript.of(results, name));
    }
}
