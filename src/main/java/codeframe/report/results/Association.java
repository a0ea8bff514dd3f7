package codeframe.report.results;

import codeframe.report.figures.FigureText;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.association.Crosstab;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether groups and categories go with each other, as coded.
 *
 * @param test none where nothing is tested; then the figure says why
 * @param counts images, by group and category
 * @param residuals by group and category, about standard normal where they do not
 */
public record Association(
        List<String> groups,
        List<String> categories,
        long n,
        Optional<Crosstab.Test> test,
        Figure cramersV,
        List<List<Long>> counts,
        List<List<Double>> residuals,
        List<String> warnings) {
    /** Beyond this a cell stands out (Agresti 2013, section 3.3.1). */
    private static final double MARKED = 3;

    /** As the manual of the APA writes it (2020, section 6.44); or why there is nothing to write. */
    public String sentence() {
        return cramersV instanceof Figure.Estimate estimate && test.isPresent()
                ? apa(test.get(), estimate)
                : FigureText.value(cramersV);
    }

    private String apa(Crosstab.Test found, Figure.Estimate v) {
        var statistic = NumberText.decimal(found.statistic(), 2);
        var head = found.corrected()
                ? "F(" + NumberText.decimal(found.freedom(), 2) + ", " + NumberText.decimal(found.ofError(), 2) + ") = "
                        + statistic + ", N = " + n + " (Rao–Scott, second order)"
                : "χ²(" + NumberText.decimal(found.freedom(), 0) + ", N = " + n + ") = " + statistic;
        return head + ", " + p(found.p()) + ", Cramér's V = " + bare(v.value(), 2)
                + v.interval().map(Association::limits).orElse("");
    }

    private static String limits(Interval limits) {
        return ", 95 % CI [" + bare(limits.low(), 2) + ", " + bare(limits.high(), 2) + "]";
    }

    /** Without the zero before the point, which nothing that ends at 1 needs. */
    private static String bare(double number, int digits) {
        return NumberText.decimal(number, digits).replaceFirst("^0(?=\\.)", "");
    }

    private static String p(double p) {
        return p < 0.001 ? "p < .001" : "p = " + bare(p, 3);
    }

    /** A cell of the table. */
    record Cell(String group, String category, long n, double residual) {}

    /** Of what was tested, group by group. */
    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (int group = 0; group < residuals.size(); group++) {
            for (int category = 0; category < categories.size(); category++) {
                cells.add(new Cell(
                        groups.get(group),
                        categories.get(category),
                        counts.get(group).get(category),
                        residuals.get(group).get(category)));
            }
        }
        return cells;
    }

    /** Images of a group, of any category. */
    public long images(int group) {
        return counts.get(group).stream().mapToLong(Long::longValue).sum();
    }

    Association warned(Optional<String> further) {
        var all = Stream.concat(further.stream(), warnings.stream()).toList();
        return new Association(groups, categories, n, test, cramersV, counts, residuals, all);
    }

    public boolean marked(int group, int category) {
        return Math.abs(residuals.get(group).get(category)) >= MARKED;
    }
}
