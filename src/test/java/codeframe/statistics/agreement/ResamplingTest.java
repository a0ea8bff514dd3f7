package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResamplingTest {
    private static Alpha alpha(Codes codes, MeasurementLevel level) {
        return Alpha.of(codes, level, RandomCodes.values(codes.categories()));
    }

    private static Interval interval(Figure figure) {
        return ((Figure.Estimate) figure).interval().orElseThrow();
    }

    @Test
    void the_same_seed_gives_the_same_digits_with_one_thread_and_with_many() throws Exception {
        var alpha = alpha(RandomCodes.of(300, 4, 5, 0.1, 1), MeasurementLevel.ORDINAL);
        var many = Resampling.figure(alpha, 2_000, 42);
        var pool = new ForkJoinPool(1);
        assertThat(pool.submit(() -> Resampling.figure(alpha, 2_000, 42)).get()).isEqualTo(many);
        pool.shutdown();
        assertThat(Resampling.figure(alpha, 2_000, 43)).isNotEqualTo(many);
    }

    @ParameterizedTest
    @EnumSource(MeasurementLevel.class)
    void the_large_sample_form_has_the_limits_of_the_direct_bootstrap(MeasurementLevel level) {
        var alpha = alpha(RandomCodes.of(20_000, 3, 4, 0.1, 2), level);
        var direct = Resampling.result(alpha, 10_000, 3);
        var large = LargeSample.of(alpha).draw(10_000, 3).percentile("");
        assertThat(large.low()).isCloseTo(direct.percentile().low(), within(5e-4));
        assertThat(large.high()).isCloseTo(direct.percentile().high(), within(5e-4));
    }

    @Test
    void a_rare_category_of_a_large_sample_is_still_resampled_unit_by_unit() {
        int units = 20_000;
        var cells = new short[units * 2];
        IntStream.range(0, 60).forEach(i -> cells[i] = 1);
        IntStream.range(60, 80).forEach(i -> cells[2 * i] = 1);
        var alpha = alpha(new Codes(units, 2, 2, cells), MeasurementLevel.NOMINAL);
        var direct = Resampling.result(alpha, 10_000, 3);
        var large = LargeSample.of(alpha).draw(10_000, 4);
        assertThat(large.quantile(0.025)).isCloseTo(direct.replicates().quantile(0.025), within(0.01));
        assertThat(large.quantile(0.975)).isCloseTo(direct.replicates().quantile(0.975), within(0.01));
        assertThat(large.se()).isCloseTo(direct.replicates().se(), within(0.003));
    }

    @Test
    void a_cluster_of_its_own_for_every_unit_changes_nothing() {
        var alpha = alpha(RandomCodes.of(200, 3, 4, 0.1, 5), MeasurementLevel.NOMINAL);
        var own = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        var clustered = (Figure.Estimate) Jackknife.figure(new Clustered(alpha, own));
        var plain = (Figure.Estimate) Jackknife.figure(alpha);
        assertThat(clustered.se()).isEqualTo(plain.se());
        assertThat(interval(clustered).low()).isEqualTo(interval(plain).low());
        assertThat(interval(clustered).method()).isEqualTo("jackknife over clusters of units, t");
    }

    @Test
    void copies_of_a_unit_within_a_cluster_do_not_make_the_interval_narrower() {
        var codes = RandomCodes.of(100, 3, 4, 0, 5);
        var cells = new short[100 * 10 * 3];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (short) codes.code(i / 30, i % 3);
        }
        var copied = alpha(new Codes(1_000, 3, 4, cells), MeasurementLevel.NOMINAL);
        List<String> clusters =
                IntStream.range(0, 1_000).mapToObj(i -> "post " + i / 10).toList();
        var single = interval(Jackknife.figure(alpha(codes, MeasurementLevel.NOMINAL)));
        var clustered = interval(Jackknife.figure(new Clustered(copied, clusters)));
        var naive = interval(Jackknife.figure(copied));
        assertThat(clustered.high() - clustered.low()).isCloseTo(single.high() - single.low(), within(0.005));
        assertThat(naive.high() - naive.low()).isLessThan((single.high() - single.low()) / 2);
    }

    @Test
    void the_jackknife_serves_every_coefficient() {
        var codes = RandomCodes.of(80, 3, 4, 0.1, 9);
        var weights = Weights.identity(4);
        var coefficients = List.of(
                ChanceCorrected.percent(codes, weights),
                ChanceCorrected.fleiss(codes, weights),
                ChanceCorrected.gwet(codes, weights),
                ChanceCorrected.brennanPrediger(codes, weights),
                ChanceCorrected.conger(codes, weights),
                new CohenKappa(codes, 0, 1, weights),
                new LightKappa(codes, weights),
                PairAgreement.byPairs(codes),
                PairAgreement.allEqual(codes),
                PairAgreement.specific(codes, 2));
        for (var coefficient : coefficients) {
            var jackknife = (Figure.Estimate) Jackknife.figure(coefficient);
            assertThat(jackknife.se().orElseThrow()).isBetween(0.001, 0.2);
            assertThat(Influence.of(coefficient).se().orElseThrow())
                    .isCloseTo(jackknife.se().orElseThrow(), within(0.01));
        }
    }

    @Test
    void undefined_replicates_are_counted_and_left_out() {
        var cells = new short[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1};
        var result = Resampling.result(alpha(new Codes(5, 2, 2, cells), MeasurementLevel.NOMINAL), 2_000, 1);
        assertThat(result.replicates().undefined()).isPositive();
        assertThat(result.replicates().undefined() + result.replicates().defined())
                .isEqualTo(2_000);
    }

    /** D_e = 1 − (6·5 + 6·5)/(12·11) = .5454…; 1 − .025^(1/6) = .4593. */
    @Test
    void perfect_agreement_is_not_certainty() {
        var codes = new Codes(6, 2, 2, new short[] {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1});
        var figure = Resampling.figure(alpha(codes, MeasurementLevel.NOMINAL), 500, 1);
        assertThat(interval(figure).low()).isCloseTo(1 - (1 - Math.pow(0.025, 1 / 6.0)) / (6 / 11.0), within(1e-12));
        assertThat(interval(figure).high()).isEqualTo(1);
        assertThat(((Figure.Estimate) figure).se()).isEmpty();
        var identity = Weights.identity(2);
        for (var found : List.of(
                ChanceCorrected.gwet(codes, identity).analytic(),
                ChanceCorrected.conger(codes, identity).analytic(),
                new WeightedAlpha(codes, identity).analytic(),
                new CohenKappa(codes, 0, 1, identity).asymptotic(),
                Jackknife.figure(ChanceCorrected.fleiss(codes, identity)))) {
            assertThat(interval(found).low()).isCloseTo(1 - (1 - Math.pow(0.025, 1 / 6.0)) / 0.5, within(0.1));
            assertThat(((Figure.Estimate) found).se()).isEmpty();
        }
        assertThat(interval(ChanceCorrected.percent(codes, identity).analytic()).low())
                .isCloseTo(Math.pow(0.025, 1 / 6.0), within(1e-12));
    }

    @Test
    void one_category_alone_leaves_percent_agreement_an_interval() {
        var codes = new Codes(20, 2, 2, new short[40]);
        assertThat(interval(ChanceCorrected.percent(codes, Weights.identity(2)).analytic())
                        .low())
                .isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-12));
    }

    /** Three of four disagree. */
    @Test
    void limits_stay_in_the_range_of_their_coefficient() {
        var cells = new short[] {0, 1, 0, 1, 0, 1, 0, 0};
        var codes = new Codes(4, 2, 2, cells);
        var identity = Weights.identity(2);
        for (var found : List.of(
                ChanceCorrected.percent(codes, identity).analytic(),
                ChanceCorrected.gwet(codes, identity).analytic(),
                ChanceCorrected.fleiss(codes, identity).analytic(),
                new CohenKappa(codes, 0, 1, identity).asymptotic())) {
            assertThat(interval(found).low()).isGreaterThanOrEqualTo(-1);
            assertThat(interval(found).high()).isLessThanOrEqualTo(1);
        }
        assertThat(interval(ChanceCorrected.percent(codes, identity).analytic()).low())
                .isZero();
    }
}
