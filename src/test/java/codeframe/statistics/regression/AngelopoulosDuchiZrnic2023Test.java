package codeframe.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StatsData;
import codeframe.statistics.prevalence.Ppi;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The ppi rows of regression-correction-expected.json, made with the authors' ppi_py. */
final class AngelopoulosDuchiZrnic2023Test {
    private static final List<CorpusUnit> UNITS = new RegressionCase(false).outcome();
    private final JsonNode file = StatsData.json("regression-correction-expected.json");

    private static void holds(Fit fit, JsonNode expected, double tolerance) {
        RegressionCase.estimates(fit, expected.get("est"), tolerance);
        RegressionCase.limits(fit, expected, tolerance);
    }

    @Test
    void least_squares_without_the_machine_and_with_all_of_it() {
        var ppi = new PpiRegression(UNITS, Link.LINEAR);
        var expected = file.get("ppi_ols y~x+z");
        holds(ppi.at(0), expected.get("lambda0"), 1e-5);
        holds(ppi.at(1), expected.get("lambda1"), 1e-5);
    }

    /** ppi_py tunes once for its estimate and once more for its interval. */
    @Test
    void least_squares_tuned() {
        var ppi = new PpiRegression(UNITS, Link.LINEAR);
        var expected = file.get("ppi_ols y~x+z").get("tuned");
        double once = ppi.tuning(ppi.solution(1));
        RegressionCase.estimates(ppi.at(once), expected.get("est"), 1e-5);
        RegressionCase.limits(ppi.tuned(), expected, 1e-5);
        assertThat(ppi.tuned()).isEqualTo(ppi.at(ppi.tuning(ppi.solution(once))));
    }

    @Test
    void logistic_without_the_machine_and_tuned() {
        var ppi = new PpiRegression(UNITS, Link.LOGISTIC);
        var expected = file.get("ppi_logistic y~x+z");
        holds(ppi.at(0), expected.get("lambda0"), 1e-3);
        double once = ppi.tuning(ppi.solution(1));
        RegressionCase.estimates(ppi.at(once), expected.at("/tuned/est"), 1e-3);
        RegressionCase.limits(ppi.tuned(), expected.get("tuned"), 1e-3);
    }

    @Test
    void untuned_the_logistic_one_is_wild() {
        var z = (Figure.Estimate)
                new PpiRegression(UNITS, Link.LOGISTIC).at(1).coefficients().get(2);
        assertThat(z.value()).isCloseTo(-2.656, within(1e-3));
        assertThat(z.interval().orElseThrow().low()).isCloseTo(-7.5, within(0.05));
        assertThat(z.interval().orElseThrow().high()).isCloseTo(2.2, within(0.05));
    }

    @Test
    void the_mean_is_that_of_prevalence() {
        var expected = file.get("ppi_mean y (srs, tuned)");
        var ppi = Ppi.tuned(
                outcomes(unit -> unit.gold().map(Observation::y)),
                outcomes(unit -> unit.gold().map(gold -> unit.machine().y())),
                outcomes(unit -> unit.gold().isPresent()
                        ? Optional.empty()
                        : Optional.of(unit.machine().y())));
        var figure = (Figure.Estimate) ppi.figure();
        assertThat(figure.value()).isCloseTo(expected.get("est").asDouble(), within(1e-5));
        assertThat(figure.interval().orElseThrow().low())
                .isCloseTo(expected.at("/ci/0").asDouble(), within(1e-5));
        assertThat(figure.interval().orElseThrow().high())
                .isCloseTo(expected.at("/ci/1").asDouble(), within(1e-5));
    }

    private static double[] outcomes(Function<CorpusUnit, Optional<Double>> of) {
        return UNITS.stream()
                .flatMap(unit -> of.apply(unit).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
