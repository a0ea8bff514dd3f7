package codeframe.statistics.validation;

import codeframe.statistics.agreement.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** One-sided tests that the centre of some differences lies below a bound. */
final class OneSample {
    /** With fewer units the t-test is replaced by signed ranks (Calderon et al. 2025, section 3.3). */
    private static final int FEW = 30;

    private OneSample() {}

    static double below(double[] differences, double bound) {
        return differences.length < FEW ? signedRanks(differences, bound) : student(differences, bound);
    }

    /** Without variance there is nothing to test: certain when the mean is below, hopeless when it is not. */
    static double student(double[] differences, double bound) {
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares =
                Arrays.stream(differences).map(x -> (x - mean) * (x - mean)).sum();
        if (squares == 0) {
            return mean < bound ? 0 : 1;
        }
        double t = (mean - bound) / Math.sqrt(squares / (n - 1) / n);
        return TDistribution.of(n - 1).cumulativeProbability(t);
    }

    /** Wilcoxon's (1945) test with the normal approximation, mid-ranks for ties, zeros left out. */
    static double signedRanks(double[] differences, double bound) {
        var apart = Arrays.stream(differences)
                .map(x -> x - bound)
                .filter(x -> x != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(Math::abs))
                .toList();
        if (apart.isEmpty()) {
            return 1;
        }
        var ranks = midRanks(apart);
        double positive = 0;
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            positive += apart.get(i) > 0 ? ranks[i] : 0;
            squares += ranks[i] * ranks[i];
        }
        double mean = Arrays.stream(ranks).sum() / 2;
        return Interval.normalProbability((positive - mean) / Math.sqrt(squares / 4));
    }

    private static double[] midRanks(List<Double> sorted) {
        return IntStream.range(0, sorted.size())
                .mapToDouble(i -> IntStream.range(0, sorted.size())
                        .filter(j -> Math.abs(Math.abs(sorted.get(i)) - Math.abs(sorted.get(j))) < 1e-12)
                        .average()
                        .orElse(i))
                .map(place -> place + 1)
                .toArray();
    }
}
