package codeframe.statistics.validation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Many comparisons at once. */
public final class Holm {
    private Holm() {}

    /** Adjusted p in the order given: max over smaller ones of (m − i + 1) p_(i) (Holm 1979). */
    public static double[] adjust(double... p) {
        var adjusted = new double[p.length];
        double least = 0;
        var order = ascending(p);
        for (int rank = 0; rank < order.size(); rank++) {
            int at = order.get(rank);
            least = Math.max(least, Math.min(1, (p.length - rank) * p[at]));
            adjusted[at] = least;
        }
        return adjusted;
    }

    static List<Integer> ascending(double... p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
    }
}
