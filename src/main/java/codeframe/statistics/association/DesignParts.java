package codeframe.statistics.association;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Units by stratum, and units of a cluster as one. Where there are clusters they alone decide: a cluster is one whatever
 * strata its units were drawn in.
 */
final class DesignParts {
    private final List<TableUnit> units;
    private final double[] sizes;
    private final boolean clustered;
    private final double weight;

    DesignParts(List<TableUnit> units, double... sizes) {
        this.units = units;
        this.sizes = sizes;
        this.clustered = units.stream().anyMatch(unit -> !unit.cluster().isEmpty());
        this.weight =
                units.stream().mapToDouble(unit -> unit.n() * unit.weight()).sum();
    }

    /** Σw. */
    double weight() {
        return weight;
    }

    /** As many scores, and so many times. */
    private record Part(double[] scores, long n) {}

    /** How many units, or clusters, there are beyond one of each stratum. */
    double freedom() {
        return parts(unit -> new double[0]).values().stream()
                .mapToLong(parts -> parts.stream().mapToLong(Part::n).sum() - 1)
                .sum();
    }

    /** Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_hi − z̄_h)(z_hi − z̄_h)ᵀ (Särndal, Swensson and Wretman 1992, eq. 3.7.8). */
    double[][] covariance(Function<TableUnit, double[]> scores, int length) {
        var covariance = new double[length][length];
        parts(scores).forEach((stratum, parts) -> {
            long n = parts.stream().mapToLong(Part::n).sum();
            if (n > 1) {
                double times = (clustered ? 1 : 1 - n / sizes[stratum]) * n / (n - 1);
                add(covariance, parts, mean(parts, n, length), times);
            }
        });
        return covariance;
    }

    private static double[] mean(List<Part> parts, long n, int length) {
        var mean = new double[length];
        for (var part : parts) {
            for (int x = 0; x < length; x++) {
                mean[x] += part.n() * part.scores()[x] / n;
            }
        }
        return mean;
    }

    private static void add(double[][] to, List<Part> parts, double[] mean, double times) {
        for (var part : parts) {
            for (int x = 0; x < mean.length; x++) {
                for (int y = 0; y < mean.length; y++) {
                    to[x][y] += times * part.n() * (part.scores()[x] - mean[x]) * (part.scores()[y] - mean[y]);
                }
            }
        }
    }

    private Map<Integer, List<Part>> parts(Function<TableUnit, double[]> scores) {
        Map<Integer, List<Part>> parts = new HashMap<>();
        if (clustered) {
            parts.put(0, clusters(scores));
        } else {
            units.forEach(unit -> parts.computeIfAbsent(unit.stratum(), none -> new ArrayList<>())
                    .add(new Part(scores.apply(unit), unit.n())));
        }
        return parts;
    }

    private List<Part> clusters(Function<TableUnit, double[]> scores) {
        Map<String, double[]> sums = new HashMap<>();
        for (var unit : units) {
            var score = scores.apply(unit);
            var sum = sums.computeIfAbsent(unit.cluster(), none -> new double[score.length]);
            for (int x = 0; x < sum.length; x++) {
                sum[x] += unit.n() * score[x];
            }
        }
        return sums.values().stream().map(sum -> new Part(sum, 1)).toList();
    }
}
