package codeframe.statistics.prevalence;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Moments;
import codeframe.statistics.agreement.StratifiedDesign;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Prediction-powered inference for a mean (Angelopoulos et al. 2023; tuned: Angelopoulos, Duchi and Zrnic 2023,
 * "PPI++"): λ · mean ŷ of the unlabelled + mean(y − λŷ) of the labelled.
 */
public record Ppi(double lambda, Figure figure) {
    /** λ = 1: the machine taken at its word and corrected by its mean error. */
    static Ppi untuned(double[] gold, double[] predicted, double[] unlabelled) {
        return at(1, gold, predicted, unlabelled);
    }

    /**
     * λ = cov(y, ŷ)/((1 + n/N) var ŷ): never worse than gold alone (PPI++, example 6.1), and clipped to 0 to 1 as the
     * authors' own code does (ppi_py).
     */
    public static Ppi tuned(double[] gold, double[] predicted, double[] unlabelled) {
        double n = gold.length;
        var all = new double[predicted.length + unlabelled.length];
        System.arraycopy(predicted, 0, all, 0, predicted.length);
        System.arraycopy(unlabelled, 0, all, predicted.length, unlabelled.length);
        double spread = Moments.variance(all, all.length - 1.0) * (1 + n / unlabelled.length);
        double lambda = spread == 0 ? 0 : Moments.covariance(gold, predicted, n) / spread;
        return at(clipped(lambda), gold, predicted, unlabelled);
    }

    private static double clipped(double lambda) {
        return Math.min(1, Math.max(0, lambda));
    }

    private static Ppi at(double lambda, double[] gold, double[] predicted, double[] unlabelled) {
        if (gold.length < 2 || unlabelled.length < 2) {
            return new Ppi(lambda, Figure.undefined("fewer than two units with gold, or without"));
        }
        var rest = new double[gold.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = gold[i] - lambda * predicted[i];
        }
        double value = lambda * Moments.mean(unlabelled) + Moments.mean(rest);
        double variance = lambda * lambda * Moments.variance(unlabelled, unlabelled.length) / unlabelled.length
                + Moments.variance(rest, rest.length) / rest.length;
        double se = Math.sqrt(variance);
        return new Ppi(lambda, Figure.of(value).within(se, Interval.normal(value, se, "PPI++")));
    }

    /**
     * Under unequal probabilities of being drawn: λ · p̂ of all units + the weighted mean of y − λŷ of the sample, with the λ
     * of least variance under the design, cov(ȳ_w, ŷ̄_w)/var(ŷ̄_w). This is the difference estimator with the optimal
     * coefficient (Särndal, Swensson and Wretman 1992, section 6.3; Montanari 1987), to which PPI++ comes down when π is
     * known. Where the strata are the machine's labels, the weighted mean uses them already and λ is 0.
     *
     * @param share p̂, the mean of ŷ over all units, with gold or without
     */
    public static Ppi weighted(
            double[] gold, double[] predicted, double[] weight, StratifiedDesign design, double share) {
        if (gold.length < 2) {
            return new Ppi(0, Figure.undefined("fewer than two units with gold"));
        }
        var ofGold = scores(gold, weight);
        var ofPredicted = scores(predicted, weight);
        double spread = design.variance(ofPredicted);
        double together = (design.variance(less(ofGold, -1, ofPredicted)) - design.variance(ofGold) - spread) / 2;
        double lambda = spread > 1e-12 ? clipped(together / spread) : 0;
        double value = weightedMean(gold, weight) + lambda * (share - weightedMean(predicted, weight));
        double se = Math.sqrt(design.variance(less(ofGold, lambda, ofPredicted)));
        return new Ppi(lambda, Figure.of(value).within(se, Interval.ofShare(value, se, "PPI++, design-weighted")));
    }

    private static double weightedMean(double[] values, double[] weight) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weight[i] * values[i];
        }
        return sum / Arrays.stream(weight).sum();
    }

    /** w(y − ȳ_w)/Σw: what a unit adds to the error of the weighted mean. */
    private static double[] scores(double[] values, double[] weight) {
        double mean = weightedMean(values, weight);
        double all = Arrays.stream(weight).sum();
        return IntStream.range(0, values.length)
                .mapToDouble(i -> weight[i] * (values[i] - mean) / all)
                .toArray();
    }

    private static double[] less(double[] first, double times, double[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] - times * second[i])
                .toArray();
    }

    /** The 0/1 outcomes of one class, in the form that {@link #tuned} takes. */
    public static Ppi ofClass(Counts counts, int label) {
        var gold = new double[(int) counts.sample()];
        var predicted = new double[gold.length];
        int at = 0;
        for (int k = 0; k < counts.classes(); k++) {
            for (int j = 0; j < counts.classes(); j++) {
                for (int i = 0; i < counts.labelled()[k][j]; i++) {
                    gold[at] = k == label ? 1 : 0;
                    predicted[at++] = j == label ? 1 : 0;
                }
            }
        }
        var unlabelled = new double[(int) counts.rest()];
        Arrays.fill(unlabelled, 0, (int) counts.unlabelled()[label], 1);
        return tuned(gold, predicted, unlabelled);
    }

    /** How many units of gold alone would tell as much: n/(1 − ρ² N/(n + N)) (statistics.md §2.5). */
    public static double effectiveSample(double correlationSquared, double n, double rest) {
        return n / (1 - correlationSquared * rest / (n + rest));
    }

    /** The same for one class, with the squared correlation of gold and machine in the units with gold. */
    public static OptionalDouble effectiveSample(Counts counts, int label) {
        double n = counts.sample();
        double gold = counts.gold(label) / n;
        double machine = counts.machine(label) / n;
        double spread = gold * (1 - gold) * machine * (1 - machine);
        if (!(spread > 0)) {
            return OptionalDouble.empty();
        }
        double together = counts.labelled()[label][label] / n - gold * machine;
        return OptionalDouble.of(effectiveSample(together * together / spread, n, counts.rest()));
    }
}
