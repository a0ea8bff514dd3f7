package codeframe.report.results;

import codeframe.report.figures.AgreementCsv;
import codeframe.statistics.agreement.Figure;

/** What is tested of the groups as a table, in the columns of {@link AgreementCsv}; a row for every figure. */
public final class ComparisonsCsv {
    private ComparisonsCsv() {}

    public static String of(Results results) {
        return AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(csv, results.variable());
            results.association().ifPresent(found -> association(rows, found));
            var comparisons = results.comparisons();
            long images = results.all().images();
            for (var apart : comparisons.differences()) {
                var of = apart.group() + " - " + comparisons.against() + " | " + apart.category();
                rows.add("difference", of, images, apart.found().figure());
                rows.add("difference_p", of, images, Figure.of(apart.found().p()));
                rows.add("difference_p_holm", of, images, Figure.of(apart.holm()));
            }
            for (var trend : comparisons.trends()) {
                long periods = trend.found().periods();
                rows.add(
                        "trend_per_" + results.question().by().one(),
                        trend.category(),
                        periods,
                        trend.found().slope());
                rows.add(
                        "trend_p",
                        trend.category(),
                        periods,
                        Figure.of(trend.found().p()));
                rows.add("trend_p_holm", trend.category(), periods, Figure.of(trend.holm()));
            }
        });
    }

    private static void association(AgreementCsv.Rows rows, Association found) {
        found.test().ifPresent(test -> {
            rows.add(test.corrected() ? "f" : "chi_squared", "", found.n(), Figure.of(test.statistic()));
            rows.add("degrees_of_freedom", "", found.n(), Figure.of(test.freedom()));
            if (test.corrected()) {
                rows.add("degrees_of_freedom_of_error", "", found.n(), Figure.of(test.ofError()));
            }
            rows.add("p", "", found.n(), Figure.of(test.p()));
        });
        rows.add("cramers_v", "", found.n(), found.cramersV());
        found.cells().forEach(cell -> {
            var of = cell.group() + " | " + cell.category();
            rows.add("images", of, found.n(), Figure.of((double) cell.n()));
            rows.add("adjusted_residual", of, found.n(), Figure.of(cell.residual()));
        });
        found.warnings().forEach(rows::warning);
    }
}
