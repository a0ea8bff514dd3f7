package codeframe.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StatsData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The dsl rows of regression-correction-expected.json (moments of R dsl 0.1.0), and R's lm, glm and survey. */
final class EgamiHinckStewartWei2023Test {
    private static final RegressionCase SIMPLE = new RegressionCase(false);
    private static final RegressionCase UNEQUAL = new RegressionCase(true);
    private final JsonNode file = StatsData.json("regression-correction-expected.json");

    private void dslHolds(List<CorpusUnit> units, Link link, String row) {
        var expected = file.get(row);
        var fit = new Regression(units, link).dsl();
        RegressionCase.estimates(fit, expected.get("est"), 1e-5);
        RegressionCase.errors(fit, expected.has("se") ? expected.get("se") : expected.get("se_hc0"), 1e-5);
    }

    @Test
    void a_predicted_outcome() {
        dslHolds(SIMPLE.outcome(), Link.LINEAR, "dsl_lm y~x+z srs");
        dslHolds(SIMPLE.outcome(), Link.LOGISTIC, "dsl_logit y~x+z srs");
        dslHolds(SIMPLE.mean(), Link.LINEAR, "dsl_mean srs");
    }

    @Test
    void a_predicted_covariate() {
        dslHolds(SIMPLE.covariate(), Link.LINEAR, "dsl_lm x~y+z srs (predicted covariate)");
        dslHolds(UNEQUAL.covariate(), Link.LINEAR, "dsl_lm x~y+z unequal");
    }

    @Test
    void unequal_probabilities_of_being_drawn() {
        dslHolds(UNEQUAL.outcome(), Link.LINEAR, "dsl_lm y~x+z unequal (pi_unequal rescaled to mean 55/300)");
        dslHolds(UNEQUAL.outcome(), Link.LOGISTIC, "dsl_logit y~x+z unequal");
        dslHolds(UNEQUAL.mean(), Link.LINEAR, "dsl_mean unequal");
    }

    @Test
    void the_machine_taken_for_true_and_the_truth_itself() {
        var naive = new Regression(SIMPLE.outcome(), Link.LINEAR).naive();
        RegressionCase.estimates(naive, file.get("naive_lm yhat~x+z"), 1e-9);
        var truth = RegressionCase.ROWS.stream()
                .map(row -> new Observation(
                        RegressionCase.of(row, "y_true"), 1, RegressionCase.of(row, "x"), RegressionCase.of(row, "z")))
                .map(at -> new CorpusUnit(at, Optional.empty(), 1, "all", at.toString()))
                .toList();
        RegressionCase.estimates(new Regression(truth, Link.LINEAR).naive(), file.get("truth_lm y_true~x+z"), 1e-9);
    }

    @Test
    void the_mean_of_gold_alone_is_hajeks() {
        var expected = file.get("hajek_mean unequal (R survey)");
        var mean = new Regression(UNEQUAL.mean(), Link.LINEAR).goldOnly();
        RegressionCase.estimates(mean, expected.get("est"), 1e-9);
        RegressionCase.errors(mean, expected.get("se"), 1e-9);
    }

    /** survey.R beside the numbers made them, clusters.py those of clusters. */
    @Test
    void r_survey_and_sandwich_give_the_same_errors_with_strata_and_clusters() throws Exception {
        var expected = new ObjectMapper().readTree(getClass().getResourceAsStream("/regression/survey-expected.json"));
        for (var link : Link.values()) {
            var plain = new Regression(UNEQUAL.outcome(), link);
            holds(plain.goldOnly(), expected.at("/gold/" + link));
            holds(plain.naive(), expected.at("/naive/" + link));
            var nested = new Regression(
                    UNEQUAL.outcome().stream().map(RegressionCase::clustered).toList(), link);
            holds(nested.goldOnly(), expected.at("/gold_clusters/" + link));
        }
        var clustered = new Regression(
                SIMPLE.outcome().stream().map(RegressionCase::clustered).toList(), Link.LINEAR);
        holds(clustered.dsl(), expected.at("/dsl_clusters/LINEAR"));
        holds(clustered.naive(), expected.at("/naive_clusters/LINEAR"));
        assertThat(clustered.dsl().freedom()).isEqualTo(99);
    }

    private static void holds(Fit fit, JsonNode expected) {
        RegressionCase.estimates(fit, expected.get("est"), 1e-9);
        RegressionCase.errors(fit, expected.get("se"), 1e-9);
    }

    /** countyWrong of the package's own example: −.2617 (.2230), z = −1.17, where R prints the one-sided .1203. */
    @Test
    void p_has_two_sides() {
        var published = Fit.of(new double[] {-0.2617}, k -> 0.2230 * 0.2230, Double.POSITIVE_INFINITY, "");
        assertThat(published.p(0).orElseThrow()).isCloseTo(2 * 0.1203, within(5e-4));
    }

    /** t with 9 degrees of freedom: 2.262157 is its .975 quantile, so p is .05 and the interval begins at 0. */
    @Test
    void few_clusters_take_students_t() {
        var fit = Fit.of(new double[] {2.2621571628}, k -> 1, 9, "");
        assertThat(fit.p(0).orElseThrow()).isCloseTo(0.05, within(1e-9));
        var limits = ((Figure.Estimate) fit.coefficients().get(0)).interval().orElseThrow();
        assertThat(limits.low()).isCloseTo(0, within(1e-9));
        assertThat(limits.high()).isCloseTo(2 * 2.2621571628, within(1e-9));
    }

    @Test
    void as_few_clusters_as_coefficients_have_no_errors() {
        var few = SIMPLE.outcome().stream()
                .map(unit -> new CorpusUnit(
                        unit.machine(),
                        unit.gold(),
                        unit.probability(),
                        unit.stratum(),
                        unit.cluster().substring(0, 1)))
                .toList();
        assertThat(new Regression(few, Link.LINEAR).naive().freedom()).isEqualTo(8);
        var fewer = few.stream().filter(unit -> "123".contains(unit.cluster())).toList();
        assertThat(new Regression(fewer, Link.LINEAR).naive().coefficients().get(0))
                .isEqualTo(Figure.undefined("3 clusters are too few for the errors of 3 coefficients"));
    }
}
