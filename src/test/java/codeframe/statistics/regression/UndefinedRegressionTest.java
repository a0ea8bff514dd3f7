package codeframe.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where there are no coefficients, they say why; and where the numbers are awkward, they are right all the same. */
final class UndefinedRegressionTest {
    private static List<CorpusUnit> units(int n, ToDoubleBiFunction<Integer, Double> outcome, boolean gold) {
        var random = new SplittableRandom(3);
        var units = new ArrayList<CorpusUnit>();
        for (int i = 0; i < n; i++) {
            double x = random.nextDouble();
            var at = new Observation(outcome.applyAsDouble(i, x), 1, x);
            units.add(unit(at, gold && i % 2 == 0));
        }
        return units;
    }

    private static CorpusUnit unit(Observation at, boolean gold) {
        return new CorpusUnit(at, gold ? Optional.of(at) : Optional.empty(), 0.5, "all", at.toString());
    }

    private static void undefined(Fit fit, String reason) {
        assertThat(fit.coefficients())
                .isNotEmpty()
                .allSatisfy(figure ->
                        assertThat(((Figure.Undefined) figure).reason()).contains(reason));
    }

    @Test
    void without_gold_only_the_naive_one_is_there() {
        var regression = new Regression(units(20, (i, x) -> x * i, false), Link.LINEAR);
        undefined(regression.dsl(), "no unit has gold");
        undefined(regression.goldOnly(), "no unit has gold");
        undefined(new PpiRegression(units(20, (i, x) -> x * i, false), Link.LINEAR).tuned(), "too few units have gold");
        assertThat(regression.naive().coefficients().get(1).number()).isPresent();
    }

    @Test
    void an_outcome_that_does_not_vary_has_no_regression() {
        for (var link : Link.values()) {
            var regression = new Regression(units(20, (i, x) -> 1, true), link);
            undefined(regression.naive(), "the outcome is the same");
            undefined(regression.dsl(), "the outcome is the same");
            undefined(regression.goldOnly(), "the outcome is the same");
        }
    }

    @Test
    void a_covariate_that_another_determines_is_told() {
        for (var link : Link.values()) {
            var units = IntStream.range(0, 40)
                    .mapToObj(i -> unit(new Observation(i % 3 == 0 ? 1 : 0, 1, i % 2, 1 - i % 2), i < 20))
                    .toList();
            undefined(new Regression(units, link).naive(), "computed from the others");
            undefined(new Regression(units, link).dsl(), "computed from the others");
            undefined(new PpiRegression(units, link).tuned(), "computed from the others");
        }
    }

    @Test
    void outcomes_told_apart_without_an_error_have_no_logistic_coefficient() {
        undefined(new Regression(units(60, (i, x) -> x > 0.5 ? 1 : 0, true), Link.LOGISTIC).naive(), "no end");
        undefined(new Regression(units(60, (i, x) -> x > 0.5 ? 1 : 0, true), Link.LOGISTIC).goldOnly(), "no end");
        undefined(new PpiRegression(units(60, (i, x) -> x > 0.5 ? 1 : 0, true), Link.LOGISTIC).tuned(), "no end");
        var group = IntStream.range(0, 60)
                .mapToObj(i -> unit(new Observation(i < 10 || i % 3 == 0 ? 1 : 0, 1, i < 10 ? 1 : 0), true))
                .toList();
        undefined(new Regression(group, Link.LOGISTIC).naive(), "no end");
    }

    /** In one group the machine says 1 nearly always where there is no gold, and too seldom where there is: above 1 in sum. */
    @Test
    void where_the_machine_in_full_has_no_solution_ppi_is_tuned_from_gold_alone() {
        var units = IntStream.range(0, 120)
                .mapToObj(i -> {
                    boolean group = i % 4 == 0;
                    var machine = new Observation(
                            group ? i % 8 == 0 || i > 60 ? 1 : 0 : i % 3 == 0 ? 1 : 0, 1, group ? 1 : 0);
                    var gold = new Observation(group ? i % 40 == 4 ? 0 : 1 : machine.y(), machine.x());
                    return new CorpusUnit(machine, i < 48 ? Optional.of(gold) : Optional.empty(), 0.4, "all", "" + i);
                })
                .toList();
        var ppi = new PpiRegression(units, Link.LOGISTIC);
        assertThat(ppi.solution(1).found()).isFalse();
        assertThat(ppi.tuned().coefficients().get(1).number()).isPresent();
    }

    @Test
    void fewer_units_than_coefficients_are_too_few() {
        undefined(new Regression(units(2, (i, x) -> i, true), Link.LINEAR).naive(), "2 units are too few");
        undefined(new Regression(units(4, (i, x) -> i, true), Link.LINEAR).dsl(), "2 units are too few");
    }

    @Test
    void years_and_seconds_lose_no_digits() {
        var near = new ArrayList<CorpusUnit>();
        var far = new ArrayList<CorpusUnit>();
        var random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            double year = random.nextInt(4);
            double seconds = random.nextDouble();
            double y = random.nextDouble() < 0.2 + 0.1 * year ? 1 : 0;
            near.add(unit(new Observation(y, 1, year, seconds), i % 3 == 0));
            far.add(unit(new Observation(y, 1, 2020 + year, 1e6 * seconds), i % 3 == 0));
        }
        for (var link : Link.values()) {
            var one = (Figure.Estimate)
                    new Regression(near, link).dsl().coefficients().get(1);
            var two = (Figure.Estimate)
                    new Regression(far, link).dsl().coefficients().get(1);
            assertThat(two.value()).isCloseTo(one.value(), within(1e-7));
            assertThat(two.se().orElseThrow()).isCloseTo(one.se().orElseThrow(), within(1e-7));
        }
    }
}
