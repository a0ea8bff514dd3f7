package codeframe.report.published;

import codeframe.statistics.agreement.Concordance;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Icc;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Coefficients of numbers: ICC and Lin's concordance, with the limits of R. */
final class RatingChecks {
    private RatingChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        var data = ReferenceFiles.json("agreement-datasets.json");
        for (var row : ReferenceFiles.rows("icc-expected.csv")) {
            var published = PublishedData.of(data.get(row.getField("dataset")));
            var what = row.getField("coefficient").replace('_', ' ') + ", coders " + row.getField("coders");
            var found = (Figure.Estimate) figure(published, row);
            var limits = found.interval().orElseThrow();
            checks.add(new Check(
                    published.source(), what, number(row, "value"), row.getField("published_as"), found.value(), 1e-8));
            checks.add(Check.of(published.source(), "lower limit of " + what, number(row, "ci95_lo"), limits.low()));
            checks.add(Check.of(published.source(), "upper limit of " + what, number(row, "ci95_hi"), limits.high()));
        }
        return checks;
    }

    private static Figure figure(PublishedData data, NamedCsvRecord row) {
        var coders = row.getField("coders");
        var codes = coders.equals("all")
                ? data.codes()
                : data.codes()
                        .of(Arrays.stream(coders.split(" "))
                                .mapToInt(coder -> Integer.parseInt(coder) - 1)
                                .toArray());
        return switch (row.getField("coefficient")) {
            case "icc_a1" -> new Icc(codes, Icc.Kind.AGREEMENT, data.values()).analytic();
            case "icc_c1" -> new Icc(codes, Icc.Kind.CONSISTENCY, data.values()).analytic();
            default -> new Concordance(codes, data.values()).analytic();
        };
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
