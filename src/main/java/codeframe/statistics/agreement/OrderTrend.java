package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a value rises or falls in an order: Spearman's ρ with mid-ranks (1904; Kendall and Gibbons 1990, section 3.8) and
 * t = ρ √((n − 2)/(1 − ρ²)) with n − 2 degrees of freedom, as R's cor.test without exact.
 *
 * @param p two-sided
 */
public record OrderTrend(long n, double rho, double t, double p) {
    private static final int FEWEST = 5;

    /** Nothing below five units, or where order or value do not vary. */
    public static Optional<OrderTrend> of(double[] order, double... values) {
        var first = midRanks(order);
        var second = midRanks(values);
        int n = values.length;
        double spread = Math.sqrt(Moments.variance(first, n) * Moments.variance(second, n));
        if (n < FEWEST || !(spread > 0)) {
            return Optional.empty();
        }
        double rho = Math.max(-1, Math.min(1, Moments.covariance(first, second, n) / spread));
        double t = rho * Math.sqrt((n - 2) / Math.max(1e-300, 1 - rho * rho));
        return Optional.of(new OrderTrend(n, rho, t, 2 * Interval.studentProbability(-Math.abs(t), n - 2.0)));
    }

    private static double[] midRanks(double... values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double middle = (from + to + 1) / 2.0;
            Arrays.stream(order, from, to).forEach(unit -> ranks[unit] = middle);
        }
        return ranks;
    }
}
