package codeframe.report.results;

import codeframe.report.figures.FigureText;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.web.NumberText;
import codeframe.web.plot.AxisScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Small multiples: a panel for every category, with the same axes, and in it a point with its interval for every group. Periods
 * go from left to right where they lie in time, anything else from top to bottom. Lengths are units of the drawing.
 */
public record SharePanels(double width, double height, List<Panel> panels) {
    private static final double WIDE = 272;
    private static final double LEFT = 40;
    private static final double TOP = 24;
    private static final double LOW = 96;
    private static final double ROW = 17;
    private static final double NAMES = 96;
    private static final int MOST_ROWS = 40;

    /** @param line joins the points of periods; empty where there is nothing to join */
    public record Panel(String title, List<PanelLine> lines, List<PanelText> texts, List<PanelDot> dots, String line) {}

    public record PanelLine(String x1, String y1, String x2, String y2) {}

    public record PanelText(String x, String y, String anchor, String text) {}

    /**
     * @param shown absent where there is too little gold for it
     * @param coded as it was coded, absent where that is what is shown
     */
    public record PanelDot(
            String told, Optional<PanelPlace> shown, Optional<PanelLine> whisker, Optional<PanelPlace> coded) {}

    public record PanelPlace(String x, String y) {}

    public static SharePanels of(Results results) {
        boolean time = results.question().by().ofTime();
        var rows =
                time ? results.rows() : results.rows().stream().limit(MOST_ROWS).toList();
        var scale = new AxisScale(0, top(results, rows));
        double height = time ? TOP + LOW + 24 : TOP + ROW * rows.size() + 24;
        var panels = IntStream.range(0, results.categories().size())
                .mapToObj(k -> new Sheet(results, rows, scale, height).panel(k))
                .toList();
        return new SharePanels(WIDE, height, panels);
    }

    /** The highest limit, rounded up to a tenth. */
    private static double top(Results results, List<GroupShares> rows) {
        double most = rows.stream()
                .flatMap(row -> row.shares().stream())
                .flatMap(share -> Stream.of(share.coded(), share.shown(results.corrects())))
                .mapToDouble(SharePanels::high)
                .max()
                .orElse(1);
        return Math.min(1, Math.max(0.1, Math.ceil(most * 10 - 1e-9) / 10));
    }

    private static double high(Figure figure) {
        return interval(figure).map(Interval::high).orElse(figure.number().orElse(0));
    }

    private static Optional<Interval> interval(Figure figure) {
        return figure instanceof Figure.Estimate estimate ? estimate.interval() : Optional.empty();
    }

    private static String text(double length) {
        return NumberText.decimal(length, 1);
    }

    /** Draws one panel. */
    private record Sheet(Results results, List<GroupShares> rows, AxisScale scale, double height) {
        private boolean time() {
            return results.question().by().ofTime();
        }

        Panel panel(int k) {
            var title = results.variable().labelOf(results.categories().get(k));
            var dots = IntStream.range(0, rows.size()).mapToObj(i -> dot(i, k)).toList();
            return new Panel(title, lines(), texts(), dots, time() ? line(dots) : "");
        }

        private static String line(List<PanelDot> dots) {
            return String.join(
                    " ",
                    dots.stream()
                            .flatMap(dot -> dot.shown().stream())
                            .map(place -> place.x() + "," + place.y())
                            .toList());
        }

        private PanelDot dot(int i, int k) {
            var share = rows.get(i).shares().get(k);
            var shown = share.shown(results.corrects());
            var told = results.named(rows.get(i)) + ": " + FigureText.value(shown) + " " + FigureText.limits(shown);
            return new PanelDot(
                    told,
                    shown.number().stream().mapToObj(value -> place(i, value)).findFirst(),
                    interval(shown).map(limits -> whisker(i, limits)),
                    results.corrects()
                            ? share.coded().number().stream()
                                    .mapToObj(value -> place(i, value))
                                    .findFirst()
                            : Optional.empty());
        }

        private PanelPlace place(int i, double value) {
            return time()
                    ? new PanelPlace(text(along(i)), text(up(value)))
                    : new PanelPlace(text(across(value)), text(down(i)));
        }

        private PanelLine whisker(int i, Interval limits) {
            return time()
                    ? new PanelLine(text(along(i)), text(up(limits.low())), text(along(i)), text(up(limits.high())))
                    : new PanelLine(
                            text(across(limits.low())), text(down(i)), text(across(limits.high())), text(down(i)));
        }

        private double along(int i) {
            var by = results.question().by();
            double first = by.day(rows.get(0).group()).orElse(0);
            double last = by.day(rows.get(rows.size() - 1).group()).orElse(rows.size() - 1L);
            double at = by.day(rows.get(i).group()).orElse(i);
            return LEFT + 6 + (last > first ? (at - first) / (last - first) : 0.5) * (WIDE - LEFT - 18);
        }

        private double up(double value) {
            return TOP + LOW * (1 - value / scale.to());
        }

        private double across(double value) {
            return NAMES + value / scale.to() * (WIDE - NAMES - 16);
        }

        private static double down(int i) {
            return TOP + ROW * (i + 0.5);
        }

        private List<PanelLine> lines() {
            return Stream.of(0.0, scale.to() / 2, scale.to())
                    .map(tick -> time()
                            ? new PanelLine(text(LEFT), text(up(tick)), text(WIDE - 6), text(up(tick)))
                            : new PanelLine(text(across(tick)), text(TOP), text(across(tick)), text(height - 24)))
                    .toList();
        }

        private List<PanelText> texts() {
            var texts = new ArrayList<PanelText>();
            for (double tick : List.of(0.0, scale.to() / 2, scale.to())) {
                var named = NumberText.decimal(tick * 100, scale.to() < 0.2 ? 1 : 0) + " %";
                texts.add(
                        time()
                                ? new PanelText(text(LEFT - 5), text(up(tick) + 4), "end", named)
                                : new PanelText(text(across(tick)), text(height - 8), "middle", named));
            }
            if (time()) {
                texts.add(new PanelText(text(LEFT), text(height - 6), "start", results.named(rows.get(0))));
                if (rows.size() > 1) {
                    texts.add(new PanelText(
                            text(WIDE - 6), text(height - 6), "end", results.named(rows.get(rows.size() - 1))));
                }
            } else {
                for (int i = 0; i < rows.size(); i++) {
                    var name = ShareStacks.brief(results.named(rows.get(i)), 15);
                    texts.add(new PanelText(text(NAMES - 6), text(down(i) + 4), "end", name));
                }
            }
            return texts;
        }
    }
}
