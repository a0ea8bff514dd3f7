package codeframe.report.results;

import codeframe.codebook.VariableType;
import codeframe.report.figures.FigureText;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Stacked bars: one for every group, its categories side by side; a group with too little gold has a sentence instead. */
public record ShareStacks(double width, double height, List<StackedBar> bars, List<String> categories) {
    private static final double NAMES = 128;
    private static final double WIDE = 400;
    private static final double ROW = 24;
    private static final int MOST = 60;
    private static final int COLOURS = 6;

    /** @param refusal why nothing is drawn, or empty */
    public record StackedBar(String name, String y, List<BarPart> parts, String refusal) {}

    /** @param colour 1 to 6; a second round of them is paler */
    public record BarPart(String x, String width, int colour, boolean pale, String text, String told) {}

    public static ShareStacks of(Results results) {
        var rows = results.rows().stream().limit(MOST).toList();
        var bars = IntStream.range(0, rows.size())
                .mapToObj(i -> bar(results, rows.get(i), ROW * i))
                .toList();
        var categories =
                results.categories().stream().map(results.variable()::labelOf).toList();
        return new ShareStacks(NAMES + WIDE + 16, ROW * rows.size() + 4, bars, categories);
    }

    /** Of several labels an image may have, shares are no parts of a whole. */
    public static boolean possible(Results results) {
        return results.variable().type() != VariableType.MULTI;
    }

    public static int colour(int category) {
        return category % COLOURS + 1;
    }

    public static boolean pale(int category) {
        return category / COLOURS % 2 == 1;
    }

    /** Short enough to stand beside a drawing. */
    static String brief(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private static StackedBar bar(Results results, GroupShares row, double y) {
        var name = brief(results.named(row), 20);
        if (results.corrects() && !row.corrected()) {
            var shown = row.shares().get(0).corrected();
            return new StackedBar(name, text(y), List.of(), FigureText.value(shown));
        }
        var parts = new ArrayList<BarPart>();
        double at = 0;
        for (int k = 0; k < row.shares().size(); k++) {
            var share = row.shares().get(k);
            double value = share.shown(results.corrects()).number().orElse(0);
            if (value > 0) {
                parts.add(part(results, share, k, at, value));
            }
            at += value;
        }
        return new StackedBar(name, text(y), parts, "");
    }

    private static BarPart part(Results results, ResultShare share, int k, double at, double value) {
        var percent = NumberText.decimal(value * 100, 0);
        return new BarPart(
                text(NAMES + WIDE * at),
                text(WIDE * value),
                colour(k),
                pale(k),
                value >= 0.07 && !pale(k) ? percent : "",
                results.variable().labelOf(share.category()) + ": " + NumberText.percent(value));
    }

    private static String text(double length) {
        return NumberText.decimal(length, 1);
    }
}
