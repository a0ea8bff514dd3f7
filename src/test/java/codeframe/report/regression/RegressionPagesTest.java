package codeframe.report.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.StatsData;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Regressions with the labels of a run, from the validation page to the coefficients of R dsl. */
class RegressionPagesTest {
    private static final String FORM = "/projects/1/validation/regression";
    private static TestApp app;
    private static CorrectedStudy study;
    private final JsonNode expected = StatsData.json("regression-correction-expected.json");

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new CorrectedStudy(app.jdbi());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String asked(String further) {
        return "?coder=" + study.run + "&outcome=image_type:poster" + further;
    }

    private static JsonNode json(String query) {
        return app.api(World.VIC).json("/api/v1/projects/1/regression.json" + query);
    }

    private static String page(String query, int status) {
        var answer = app.browser(World.VIC).get(FORM + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static void holds(JsonNode found, String way, JsonNode expected) {
        IntStream.range(0, expected.get("est").size()).forEach(k -> {
            var figure = found.at("/coefficients/" + k + "/" + way);
            assertThat(figure.get("value").asDouble())
                    .isCloseTo(expected.at("/est/" + k).asDouble(), within(1e-5));
            assertThat(figure.get("se").asDouble())
                    .isCloseTo(expected.at("/se/" + k).asDouble(), within(1e-5));
        });
    }

    @Test
    void an_outcome_that_was_coded_is_corrected_as_r_dsl_does() {
        var linear = json(asked("&covariate=imported:x&covariate=imported:z"));
        assertThat(linear.get("n").asInt()).isEqualTo(300);
        assertThat(linear.get("gold").asInt()).isEqualTo(55);
        holds(linear, "dsl", expected.get("dsl_lm y~x+z unequal (pi_unequal rescaled to mean 55/300)"));
        assertThat(linear.at("/coefficients/1/naive/value").asDouble())
                .isCloseTo(expected.at("/naive_lm yhat~x+z").get(1).asDouble(), within(1e-9));
        assertThat(linear.at("/coefficients/1/gold_only/se").asDouble())
                .as("R survey, strata by label")
                .isCloseTo(0.0582474574807, within(1e-9));
        holds(
                json(asked("&model=logistic&covariate=imported:x&covariate=imported:z")),
                "dsl",
                expected.get("dsl_logit y~x+z unequal"));
    }

    @Test
    void a_covariate_that_was_coded_is_corrected_too() {
        var found = json("?coder=" + study.run + "&outcome=people&covariate=coded:image_type&covariate=imported:z");
        assertThat(found.at("/coefficients/1/name").asText()).isEqualTo("Image type: Campaign Material");
        holds(found, "dsl", expected.get("dsl_lm x~y+z unequal"));
        assertThat(found.at("/coefficients/0/ppi").isMissingNode()).isTrue();
    }

    @Test
    void the_way_leads_from_the_validation_page_to_coefficients_and_files() {
        var validation = app.browser(World.VIC).get("/projects/1/validation?variable=image_type&coder=" + study.run);
        assertThat(validation.body()).contains("Regression with these labels", FORM + "?variable=image_type");
        assertThat(page("?variable=image_type&coder=" + study.run, 200))
                .contains("Image type: Campaign Material", "People (number)", "Days since the first post", "caption")
                .doesNotContain("Corrected (DSL)");
        var page = page(asked("&covariate=imported:x&covariate=account"), 200);
        assertThat(page)
                .contains("Corrected (DSL)", "Gold alone", "Account: left", "Account is compared with \"right\".")
                .contains("on 300 images, of which 55 have gold of Gold", "units.csv?coder=", "units.R?coder=")
                .contains("Gold: sample \"By label\", stratified random, 55 of 300 images, seed 7.");
    }

    @Test
    void clusters_that_are_chosen_decide_alone() {
        assertThat(page(asked("&cluster=account"), 200)).contains("Student", "clusters less one");
        assertThat(json(asked("&cluster=account"))
                        .at("/coefficients/0/dsl/method")
                        .asText())
                .isEqualTo("design-based supervised learning, sandwich of clusters, t (1)");
        assertThat(page(asked("&covariate=imported:x&cluster=account"), 200))
                .contains("2 clusters are too few for the errors of 2 coefficients");
        assertThat(app.browser(World.VIC)
                        .get(FORM + "/units.R" + asked("&cluster=account"))
                        .body())
                .contains("svydesign(ids = ~cluster, probs = ~pi, data = gold)");
    }

    @Test
    void too_few_of_the_rarer_outcome_or_of_clusters_are_warned_of() {
        assertThat(json(asked("&model=logistic&covariate=imported:x")).get("warnings"))
                .isEmpty();
        assertThat(json(asked("&cluster=account")).get("warnings").toString()).contains("rest on 2 clusters");
        assertThat(json(asked("&model=logistic&to=2021-04-15")).get("warnings").toString())
                .contains("have the rarer outcome. Below 10");
        assertThat(page(asked("&model=logistic&to=2021-04-15"), 200)).contains("have the rarer outcome. Below 10");
    }

    @Test
    void the_validation_of_the_same_sample_corrects_shares_by_its_design() {
        var shares = app.api(World.VIC)
                .json("/api/v1/projects/1/validation.json?variable=image_type&coder=" + study.run)
                .at("/prevalence/poster");
        assertThat(shares.at("/ppi/method").asText()).startsWith("PPI++; limits: posterior");
        assertThat(shares.at("/ppi/value").asDouble())
                .as("the strata are the machine's labels, which the weights use already")
                .isCloseTo(shares.at("/gold/value").asDouble(), within(1e-9));
        assertThat(shares.at("/effective_gold_n").asDouble()).isCloseTo(55, within(1e-6));
    }

    @Test
    void the_table_of_images_and_its_script_hold_what_r_needs() {
        var browser = app.browser(World.VIC);
        var query = asked("&covariate=imported:x&covariate=coded:people");
        var table = browser.get(FORM + "/units.csv" + query).body();
        assertThat(table.lines().count()).isEqualTo(301);
        assertThat(table)
                .contains("labelled,pi,stratum,y_machine,y_gold,x_x,x_People_machine,x_People_gold")
                .contains(",crowd,,0,,,0,,0.3,0.3,");
        assertThat(browser.get(FORM + "/units.R" + query).body())
                .contains("y ~ x_x + x_People", "predicted_var = c(\"y\", \"x_People\")", "svydesign(", "units.csv");
    }

    @Test
    void mistakes_of_the_form_are_told_at_their_fields() {
        assertThat(page(asked("&covariate=imported:caption"), 422))
                .contains("caption has 300 different values here; at most 20 can be told apart.");
        assertThat(page(asked("&covariate=imported:constant"), 422)).contains("explains nothing");
        assertThat(page(asked("&covariate=imported:nothing"), 422)).contains("No imported table has a column");
        assertThat(page(asked("&covariate=size"), 422)).contains("There is no covariate \"size\"");
        assertThat(page(asked("&covariate=coded:image_type"), 422)).contains("cannot be a covariate too");
        assertThat(page(asked("&covariate=coded:indoors"), 422)).contains("indoors cannot be a covariate: ");
        assertThat(page("?coder=" + study.run + "&outcome=image_type:dog", 422)).contains("has no category \"dog\"");
        assertThat(page("?coder=" + study.run + "&outcome=image_type", 422)).contains("Choose a category of");
        assertThat(page("?coder=" + study.run + "&outcome=people&model=logistic", 422))
                .contains("needs an outcome");
        assertThat(page("?outcome=image_type:poster", 422)).contains("Choose whose labels");
        assertThat(page(asked("&model=probit"), 422)).contains("linear or logistic");
        assertThat(page(asked("&cluster=town"), 422)).contains("image, post or account");
        assertThat(app.browser(World.VIC).get(FORM + ".csv").statusCode()).isEqualTo(422);
        assertThat(page("?coder=999&outcome=image_type:poster", 422)).contains("There is no coder 999 here");
        assertThat(page("?coder=" + study.run + "&outcome=nothing", 422))
                .contains("There is no variable \"nothing\" to be an outcome. Variables are image_type");
        assertThat(page(asked("&cluster=town"), 422)).contains("Corrected (DSL)", "The report below leaves this out.");
        assertThat(page(asked("&covariate=size"), 422)).contains("Corrected (DSL)");
        assertThat(page(asked("&collapse=poster,crowd:x"), 422)).contains("is not a choice of this report");
        assertThat(app.api(World.VIC)
                        .get("/api/v1/projects/1/regression.json" + asked("&collapse=poster,crowd:x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_covariate_that_says_the_same_as_another_leaves_no_coefficients_and_says_why() {
        var found = json(asked("&covariate=imported:x&covariate=coded:people"));
        assertThat(found.at("/coefficients/0/naive/undefined").asText()).contains("computed from the others");
        assertThat(page(asked("&covariate=imported:x&covariate=coded:people"), 200))
                .contains("told apart");
    }

    @Test
    void the_methods_section_and_the_archive_take_it_up_when_asked() {
        var query = asked("&covariate=imported:x");
        var browser = app.browser(World.VIC);
        assertThat(browser.get("/projects/1/methods" + query).body())
                .contains("design-based supervised learning", "replication.zip?coder=");
        assertThat(browser.get("/projects/1/methods/appendix" + query).body())
                .contains("Regression of Image type: Campaign Material");
        var slip = browser.get("/projects/1/methods/appendix" + query + "&cluster=town");
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(slip.body()).contains("cluster must be image, post or account", "Regression of Image type");
        assertThat(browser.get("/projects/1/methods").body()).doesNotContain("design-based");
        assertThat(new String(
                        browser.bytes("/projects/1/replication.zip" + query),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("regression/asked.csv", "regression/asked.R", "regression/asked-coefficients.json");
    }
}
