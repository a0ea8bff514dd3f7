package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import java.util.List;

/**
 * How a share goes up or down over time.
 *
 * @param slope a unit of time, by a line through the shares, each weighted by 1/SE² (Grizzle, Starmer and Koch 1969)
 * @param p that there is no slope
 * @param periods it rests on
 */
public record ShareTrend(Figure slope, double p, int periods) {
    /** Two points lie on a line, whatever they are. */
    public static final int FEWEST = 3;

    private static final double Z = Interval.normalQuantile(0.975);

    /** A share at a time, its error half of its interval by 1.96: where no error was found it is not 0 either. */
    public record Point(double time, Figure share) {
        boolean known() {
            return share instanceof Figure.Estimate estimate
                    && estimate.interval().isPresent()
                    && se() > 0;
        }

        private double value() {
            return share.number().orElseThrow();
        }

        private double se() {
            var limits = ((Figure.Estimate) share).interval().orElseThrow();
            return (limits.high() - limits.low()) / (2 * Z);
        }

        private double weight() {
            return 1 / (se() * se());
        }
    }

    public static ShareTrend of(List<Point> points) {
        var known = points.stream().filter(Point::known).toList();
        long times = known.stream().mapToDouble(Point::time).distinct().count();
        if (times < FEWEST) {
            return new ShareTrend(
                    Figure.undefined("only " + times + " periods have a share with limits; " + FEWEST + " are needed"),
                    1,
                    known.size());
        }
        double all = known.stream().mapToDouble(Point::weight).sum();
        double middle = known.stream()
                        .mapToDouble(point -> point.weight() * point.time())
                        .sum()
                / all;
        double spread = known.stream()
                .mapToDouble(point -> point.weight() * (point.time() - middle) * (point.time() - middle))
                .sum();
        double value = known.stream()
                        .mapToDouble(point -> point.weight() * (point.time() - middle) * point.value())
                        .sum()
                / spread;
        double se = 1 / Math.sqrt(spread);
        var limits = Interval.normal(value, se, "line weighted by 1/SE²");
        return new ShareTrend(
                Figure.of(value).within(se, limits),
                2 * Interval.normalProbability(-Math.abs(value / se)),
                known.size());
    }
}
