package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes no square of the categories gives the numbers of the formulas that do. */
final class ManyCategoriesTest {
    private static final int Q = 6;

    private static List<Weights> weights() {
        var values = RandomCodes.values(Q);
        var uneven = new double[Q][Q];
        IntStream.range(0, Q * Q).forEach(i -> uneven[i / Q][i % Q] = i / Q == i % Q ? 0 : 1 + i % 5);
        return List.of(
                Weights.identity(Q),
                Weights.linear(values),
                Weights.quadratic(values),
                Weights.ordinal(Q),
                Weights.ofDisagreement(uneven));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void kappa_from_margins_is_kappa_from_the_joint_table(long seed) {
        var codes = RandomCodes.of(80, 2, Q, 0.1, seed);
        for (var weights : weights()) {
            var expected = fromTable(codes, weights);
            var found = (Figure.Estimate) new CohenKappa(codes, 0, 1, weights).asymptotic();
            assertThat(found.value()).isCloseTo(expected[0], within(1e-12));
            assertThat(found.se().orElseThrow()).isCloseTo(expected[1], within(1e-12));
        }
    }

    /** κ and its error, cell by cell (Fleiss, Cohen and Everitt 1969, eq. 13). */
    private static double[] fromTable(Codes codes, Weights weights) {
        var p = new double[Q][Q];
        double n = 0;
        for (int unit = 0; unit < codes.units(); unit++) {
            if (codes.code(unit, 0) >= 0 && codes.code(unit, 1) >= 0) {
                p[codes.code(unit, 0)][codes.code(unit, 1)]++;
                n++;
            }
        }
        double agreed = 0;
        double chance = 0;
        for (int k = 0; k < Q; k++) {
            for (int l = 0; l < Q; l++) {
                agreed += weights.of(k, l) * p[k][l] / n;
                chance += weights.of(k, l) * row(p, k) / n * column(p, l) / n;
            }
        }
        double kappa = (agreed - chance) / (1 - chance);
        double sum = 0;
        for (int k = 0; k < Q; k++) {
            for (int l = 0; l < Q; l++) {
                double means = 0;
                for (int i = 0; i < Q; i++) {
                    means += weights.of(k, i) * column(p, i) / n + weights.of(i, l) * row(p, i) / n;
                }
                sum += p[k][l] / n * Math.pow(weights.of(k, l) - means * (1 - kappa), 2);
            }
        }
        double variance = (sum - Math.pow(kappa - chance * (1 - kappa), 2)) / (n * Math.pow(1 - chance, 2));
        return new double[] {kappa, Math.sqrt(variance)};
    }

    private static double row(double[][] p, int k) {
        return IntStream.range(0, Q).mapToDouble(l -> p[k][l]).sum();
    }

    private static double column(double[][] p, int l) {
        return IntStream.range(0, Q).mapToDouble(k -> p[k][l]).sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_coincidences_that_occur_are_those_of_the_full_matrix(long seed) {
        var codes = RandomCodes.of(40, 3, Q, 0.2, seed);
        var full = new double[Q][Q];
        for (int unit = 0; unit < codes.units(); unit++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    if (a != b && codes.code(unit, a) >= 0 && codes.code(unit, b) >= 0) {
                        int at = unit;
                        long given = IntStream.range(0, 3)
                                .filter(c -> codes.code(at, c) >= 0)
                                .count();
                        full[codes.code(unit, a)][codes.code(unit, b)] += 1.0 / (given - 1);
                    }
                }
            }
        }
        var found = new Coincidences(codes);
        IntStream.range(0, Q * Q)
                .forEach(i -> assertThat(found.of(i / Q, i % Q)).isCloseTo(full[i / Q][i % Q], within(1e-12)));
    }

    @Test
    void alpha_of_very_many_values_is_found_near_the_whole() {
        int q = 400;
        var codes = RandomCodes.of(900, 3, q, 0.1, 7);
        var ratio = Distance.ratio(RandomCodes.values(q));
        var alpha = new FixedAlpha(codes, ratio);
        var total = alpha.total();
        var contribution = new Contribution();
        for (int unit = 0; unit < codes.units(); unit += 50) {
            contribution.clear();
            alpha.contribute(unit, contribution);
            var without = total.clone();
            contribution.addTo(without, -1);
            var margins = alpha.margins(without);
            double n = IntStream.range(0, q).mapToDouble(k -> margins[k]).sum();
            double plain = 1 - without[0] / n / (ratio.total(margins) / (n * (n - 1)));
            assertThat(alpha.figure(without).number().orElseThrow()).isCloseTo(plain, within(1e-12));
        }
    }

    @Test
    void a_distance_found_when_asked_is_that_of_the_table() {
        var random = new SplittableRandom(3);
        List<Set<Integer>> sets = IntStream.range(0, 1_200)
                .<Set<Integer>>mapToObj(i -> new HashSet<>(IntStream.range(0, 90)
                        .filter(label -> random.nextInt(12) == 0)
                        .boxed()
                        .toList()))
                .toList();
        for (var distance : SetDistance.values()) {
            var many = distance.among(sets);
            var few = distance.among(sets.subList(0, 50));
            for (int i = 0; i < 50; i++) {
                assertThat(many.squared(i, 49 - i)).isEqualTo(few.squared(i, 49 - i));
            }
        }
        var shared = new HashSet<>(sets.get(3));
        shared.retainAll(sets.get(4));
        double dice =
                1 - 2.0 * shared.size() / (sets.get(3).size() + sets.get(4).size());
        assertThat(SetDistance.DICE.among(sets).squared(3, 4)).isEqualTo(dice);
    }

    /** 2,500 units with 4,900 labels took 3 GB: a table of labels squared, sixteen times over. */
    @Test
    void no_coefficient_of_nominal_codes_takes_memory_by_the_square_of_the_labels() {
        int q = 4_900;
        var codes = RandomCodes.of(2_500, 2, q, 0, 1);
        assertThat(megabytes(() -> new CohenKappa(codes, 0, 1, Weights.identity(q)).asymptotic()))
                .isLessThan(20);
        assertThat(megabytes(() -> new LightKappa(codes, Weights.identity(q)).figure()))
                .isLessThan(20);
        assertThat(megabytes(
                        () -> ChanceCorrected.conger(codes, Weights.identity(q)).analytic()))
                .isLessThan(20);
        assertThat(megabytes(() -> new Kalpha(codes, Alpha.of(codes, MeasurementLevel.NOMINAL)).printed(10, 1)))
                .isLessThan(20);
    }

    private static long megabytes(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) >> 20;
    }
}
