package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.StratifiedDesign;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Expected limits: an independent program in numpy and scipy (4,000,000 and 400,000 draws of numpy's beta and dirichlet;
 * precision by scipy's beta.ppf). With 40,000 draws here they agree to about .002.
 */
final class PosteriorTest {
    private static final int DRAWS = 40_000;
    private static final double[] NOTHING = new double[3];

    private static Interval limits(Figure figure) {
        return ((Figure.Estimate) figure).interval().orElseThrow();
    }

    private static void holds(Figure figure, double low, double high) {
        assertThat(limits(figure).low()).isCloseTo(low, within(0.003));
        assertThat(limits(figure).high()).isCloseTo(high, within(0.003));
    }

    /** Counts of gold (rows) by predicted (columns), every column with its weight and its stratum. */
    private static Predictions sample(int[][] counts, boolean byLabel, double... weight) {
        int n = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        var gold = new int[n];
        var predicted = new int[n];
        var weights = new double[n];
        int at = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int j = 0; j < counts.length; j++) {
                for (int i = 0; i < counts[k][j]; i++) {
                    gold[at] = k;
                    predicted[at] = j;
                    weights[at++] = weight[j];
                }
            }
        }
        var endless = new double[counts.length];
        Arrays.fill(endless, Double.POSITIVE_INFINITY);
        var design = byLabel ? StratifiedDesign.stratified(predicted, endless) : StratifiedDesign.simple(n);
        return new Predictions(counts.length, gold, predicted, weights, design);
    }

    /** The sample of naive-stratified.csv: of 180 predicted yes 52 of 100 are, of 2,820 predicted no none of 100. */
    @Test
    void no_miss_found_in_a_sample_by_label_is_not_no_miss() {
        var drawn = sample(new int[][] {{100, 48}, {0, 52}}, true, 28.2, 1.8);
        var posterior = new Posterior(drawn, NOTHING, DRAWS, 1);
        var shares = posterior.shares(List.of(Part.recall(1), Part.precision(1), Part.prevalence(1)));
        assertThat(shares.get(0).number().orElseThrow()).isEqualTo(1);
        holds(shares.get(0), 0.5686, 1);
        holds(shares.get(1), 0.4227, 0.6162);
        holds(shares.get(2), 0.0268, 0.0551);
        holds(posterior.ofClasses(List.of(table -> Composite.f1(table, 1))).get(0), 0.5232, 0.7482);
        holds(posterior.accuracy(), 0.9473, 0.9756);
        holds(posterior.ofAll(List.of(Composite::kappa)).get(0), 0.4969, 0.7360);
    }

    @Test
    void three_classes_of_a_simple_sample() {
        var drawn = sample(new int[][] {{45, 4, 1}, {6, 70, 4}, {3, 7, 60}}, false, 1, 1, 1);
        var posterior = new Posterior(drawn, new double[] {560, 800, 640, 0}, DRAWS, 1);
        var machine = new double[] {614 / 2200.0, 881 / 2200.0, 705 / 2200.0};
        List<Function<Confusion, Figure>> corrected = List.of(0, 1, 2).stream()
                .<Function<Confusion, Figure>>map(k -> table -> Figure.of(List.of(0, 1, 2).stream()
                        .mapToDouble(j -> machine[j] * table.of(k, j) / table.predicted(j))
                        .sum()))
                .toList();
        var shares = posterior.ofClasses(corrected);
        holds(shares.get(0), 0.2218, 0.2929);
        holds(shares.get(1), 0.3542, 0.4395);
        holds(shares.get(2), 0.3099, 0.3838);
        var f1 = posterior.ofClasses(List.of(table -> Composite.f1(table, 0), table -> Composite.f1(table, 2)));
        holds(f1.get(0), 0.7777, 0.9196);
        holds(f1.get(1), 0.8187, 0.9327);
        var all = posterior.ofAll(List.of(Composite::macroF1, Composite::kappa));
        holds(all.get(0), 0.8202, 0.9130);
        holds(all.get(1), 0.7281, 0.8682);
    }

    @Test
    void what_was_drawn_of_a_stratum_is_known() {
        var drawn = sample(new int[][] {{40, 10}, {10, 40}}, false, 1, 1);
        var half = new Predictions(
                2, drawn.gold(), drawn.predicted(), drawn.weight(), StratifiedDesign.stratified(new int[100], 200));
        var f1 = List.<Function<Confusion, Figure>>of(table -> Composite.f1(table, 1));
        var endless =
                limits(new Posterior(drawn, NOTHING, DRAWS, 1).ofClasses(f1).get(0));
        var finite = limits(new Posterior(half, NOTHING, DRAWS, 1).ofClasses(f1).get(0));
        assertThat((finite.high() - finite.low()) / (endless.high() - endless.low()))
                .isCloseTo(Math.sqrt(0.5), within(0.02));
    }

    @Test
    void one_class_alone_and_no_error_leave_limits_with_a_width() {
        var drawn = sample(new int[][] {{30, 0}, {0, 0}}, true, 2, 1);
        var posterior = new Posterior(drawn, NOTHING, 1_000, 1);
        var f1 = limits(
                posterior.ofClasses(List.of(table -> Composite.f1(table, 0))).get(0));
        assertThat(f1.low()).isBetween(0.8, 0.99);
        assertThat(f1.high()).isEqualTo(1);
    }

    @Test
    void a_seed_gives_its_digits_and_gammas_have_their_moments() {
        var drawn = sample(new int[][] {{40, 10}, {10, 40}}, false, 1, 1);
        var first = new Posterior(drawn, NOTHING, 500, 9).ofAll(List.of(Composite::kappa));
        assertThat(new Posterior(drawn, NOTHING, 500, 9).ofAll(List.of(Composite::kappa)))
                .isEqualTo(first);
        var random = new SplittableRandom(3);
        for (double shape : new double[] {0.1, 0.5, 1, 7.5}) {
            var drawing = random.doubles(200_000)
                    .map(any -> Gammas.draw(random, shape))
                    .summaryStatistics();
            assertThat(drawing.getAverage()).isCloseTo(shape, within(0.02));
        }
    }
}
