package codeframe.report.results;

import codeframe.statistics.agreement.Figure;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Shares as a table with a row for every group and category, and all digits; the row without a group is of all images. */
public final class SharesCsv {
    private static final List<String> HEADER = List.of(
            "variable",
            "coder",
            "group",
            "category",
            "images",
            "gold",
            "n",
            "coded",
            "coded_low",
            "coded_high",
            "corrected",
            "corrected_se",
            "corrected_low",
            "corrected_high",
            "method",
            "not_corrected",
            "unit");

    private SharesCsv() {}

    public static String of(Results results) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            write(csv, results, results.all());
            results.groups().forEach(row -> write(csv, results, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, Results results, GroupShares row) {
        for (var share : row.shares()) {
            var cells = new ArrayList<>(List.of(
                    results.variable().key(),
                    results.coder().name(),
                    row.group(),
                    share.category(),
                    Long.toString(row.images()),
                    Long.toString(row.gold()),
                    Long.toString(share.n())));
            var coded = cells(share.coded());
            cells.addAll(List.of(coded.get(0), coded.get(2), coded.get(3)));
            cells.addAll(cells(share.corrected()));
            cells.add(results.variable().unit().word());
            csv.writeRecord(cells);
        }
    }

    /** Value, standard error, limits, method, and why there is none. */
    private static List<String> cells(Figure figure) {
        if (figure instanceof Figure.Undefined undefined) {
            return List.of("", "", "", "", "", undefined.reason());
        }
        var found = (Figure.Estimate) figure;
        var limits = found.interval();
        return List.of(
                Double.toString(found.value()),
                found.se().isPresent() ? Double.toString(found.se().getAsDouble()) : "",
                limits.map(l -> Double.toString(l.low())).orElse(""),
                limits.map(l -> Double.toString(l.high())).orElse(""),
                limits.map(l -> l.method()).orElse(""),
                "");
    }
}
