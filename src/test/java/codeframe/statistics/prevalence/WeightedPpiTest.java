package codeframe.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StratifiedDesign;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** PPI++ where units are drawn with unequal probabilities: what it must equal, and that its interval holds. */
final class WeightedPpiTest {
    private static final double SHARE = 760 / 2200.0;

    /** Gold 40/10/20/130 as in prevalence-expected.json, every unit with this weight. */
    private static Ppi of(double weight, StratifiedDesign design) {
        var gold = IntStream.range(0, 200).mapToDouble(i -> i < 50 ? 1 : 0).toArray();
        var said = IntStream.range(0, 200)
                .mapToDouble(i -> i < 40 || i >= 180 ? 1 : 0)
                .toArray();
        var weights = new double[200];
        Arrays.fill(weights, weight);
        return Ppi.weighted(gold, said, weights, design, SHARE);
    }

    @Test
    void of_a_simple_sample_of_a_binary_label_it_is_double_sampling() {
        var counts = new Counts(new double[][] {{40, 10}, {20, 130}}, new double[] {700, 1300});
        var expected = new Prevalence(counts).postStratified(0).number().orElseThrow();
        assertThat(of(11, StratifiedDesign.simple(200)).figure().number().orElseThrow())
                .isCloseTo(expected, within(1e-12));
        assertThat(of(1, StratifiedDesign.simple(200)).figure().number().orElseThrow())
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void where_strata_are_the_labels_nothing_is_left_to_gain() {
        var strata =
                IntStream.range(0, 200).map(i -> i < 40 || i >= 180 ? 1 : 0).toArray();
        assertThat(of(1, StratifiedDesign.stratified(strata, 1440, 760)).lambda())
                .isZero();
    }

    /** 4,000 units in two strata drawn at 5 and 25 %, a machine that is wrong in 15 %: 500 samples. */
    @Test
    void its_interval_holds_the_truth_and_is_narrower_than_that_of_gold_alone() {
        var random = new SplittableRandom(11);
        int n = 4_000;
        var truth = new double[n];
        var said = new double[n];
        var stratum = new int[n];
        for (int i = 0; i < n; i++) {
            stratum[i] = i % 4 == 0 ? 1 : 0;
            truth[i] = random.nextDouble() < (stratum[i] == 1 ? 0.5 : 0.2) ? 1 : 0;
            said[i] = random.nextDouble() < 0.15 ? 1 - truth[i] : truth[i];
        }
        double target = Arrays.stream(truth).average().orElseThrow();
        double share = Arrays.stream(said).average().orElseThrow();
        int held = 0;
        double narrower = 0;
        for (int sample = 0; sample < 500; sample++) {
            var drawn = draw(random, stratum);
            var design = StratifiedDesign.stratified(
                    Arrays.stream(drawn).map(i -> stratum[i]).toArray(), 3_000, 1_000);
            var gold = Arrays.stream(drawn).mapToDouble(i -> truth[i]).toArray();
            var predicted = Arrays.stream(drawn).mapToDouble(i -> said[i]).toArray();
            var weight = Arrays.stream(drawn)
                    .mapToDouble(i -> stratum[i] == 1 ? 4 : 20)
                    .toArray();
            var ppi = (Figure.Estimate)
                    Ppi.weighted(gold, predicted, weight, design, share).figure();
            var alone = (Figure.Estimate) Ppi.weighted(gold, new double[drawn.length], weight, design, 0)
                    .figure();
            var limits = ppi.interval().orElseThrow();
            held += limits.low() <= target && target <= limits.high() ? 1 : 0;
            narrower += ppi.se().orElseThrow() / alone.se().orElseThrow() / 500;
        }
        assertThat(held).isBetween(460, 490);
        assertThat(narrower).isBetween(0.6, 0.85);
    }

    private static int[] draw(SplittableRandom random, int[] stratum) {
        var order = random.doubles(stratum.length).toArray();
        var shuffled = IntStream.range(0, stratum.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> order[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.concat(
                        Arrays.stream(shuffled).filter(i -> stratum[i] == 0).limit(150),
                        Arrays.stream(shuffled).filter(i -> stratum[i] == 1).limit(250))
                .toArray();
    }
}
