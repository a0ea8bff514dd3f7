package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Json;
import codeframe.testing.MovedClock;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report is made of closed facts and has the same numbers for everybody who may read it; an open draft moves none. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameForEverybodyTest {
    private static final String AGREEMENT = "agreement/image_type/report.json?";
    private static final String NARROW = "from=2000-01-01";

    private static TestApp app;
    private static ClosedStudy study;

    @BeforeAll
    static void start() {
        app = TestApp.empty(Map.of(), new MovedClock());
        World.populate(app.jdbi());
        study = new ClosedStudy(app.jdbi());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpResponse<String> answer(String person, String path) {
        return app.browser(person).get("/projects/1/" + path);
    }

    private static String get(String person, String path) {
        var answer = answer(person, path);
        assertThat(answer.statusCode()).as(person + " " + path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String path) {
        return new Json(get(World.VIC, path)).tree();
    }

    private static String validation() {
        return "validation.json?variable=image_type&coder=" + study.run;
    }

    private static void hasTheNumbersOfTheTest() {
        var agreement = json(AGREEMENT);
        assertThat(agreement.at("/pairable_units").asInt(agreement.at("/units").asInt()))
                .isEqualTo(10);
        assertThat(agreement.at("/alpha/value").asDouble()).isCloseTo(-0.0629370629, within(1e-8));
        var validated = json(validation());
        assertThat(validated.at("/n").asInt()).isEqualTo(10);
        assertThat(validated.at("/accuracy/value").asDouble()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    @Order(1)
    void an_open_draft_moves_no_number() {
        hasTheNumbersOfTheTest();
        var compared = "compare.json?variable=image_type&coder=" + study.ona + "," + study.cleo;
        var before = json(compared);
        study.draft();
        hasTheNumbersOfTheTest();
        assertThat(json(compared).at("/images")).isEqualTo(before.at("/images"));
        assertThat(json(compared).at("/changes")).isEqualTo(before.at("/changes"));
        assertThat(json(AGREEMENT).at("/notes").toString())
                .contains("Agreement rests on the sample \\\"Final test\\\" (test)")
                .contains("Left out: 4 images of \\\"Draft 2\\\", which is still open.")
                .contains("Left out: 4 images of \\\"Second test\\\", which is still sealed.");
        assertThat(get(World.CLEO, "methods"))
                .contains("Reliability was assessed on n = 10 randomly drawn images")
                .contains("Left out: 4 images of \"Draft 2\", which is still open.");
    }

    static Stream<String> reports() {
        var asked = "?variable=image_type&coder=";
        return Stream.of(
                        "agreement",
                        "agreement.csv",
                        "agreement.json",
                        "agreement.html",
                        "agreement?sample=all",
                        "agreement/image_type",
                        "agreement/image_type/report.csv",
                        "agreement/image_type/report.json",
                        "validation",
                        "validation" + asked + "%d",
                        "validation.csv" + asked + "%d,%d",
                        "validation.json" + asked + "%d",
                        "validation.html" + asked + "%d",
                        "validation.json" + asked + "%d&sample=102",
                        "validation.json" + asked + "%d&sample=all",
                        "results",
                        "results.json" + asked + "%d",
                        "results.csv?variable=image_type&coder={ona}",
                        "compare",
                        "compare" + asked + "%d,%d",
                        "compare.csv" + asked + "%d,%d",
                        "compare.json" + asked + "%d,%d",
                        "validation/regression.csv?outcome=image_type:poster&coder=%d",
                        "validation/regression.json?outcome=image_type:poster&coder=%d",
                        "methods",
                        "methods?language=de",
                        "methods/appendix",
                        "methods/appendix.md",
                        "methods.md",
                        "methods.tex",
                        "methods.csv",
                        "methods.html",
                        "methods.json")
                .map(path -> path.replaceFirst("%d", "{run}").replaceFirst("%d", "{ona}"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    @Order(2)
    void everybody_who_may_read_it_reads_the_same(String report) {
        var path = report.replace("{run}", Long.toString(study.run)).replace("{ona}", Long.toString(study.ona));
        var viewers = body(get(World.VIC, path));
        assertThat(body(get(World.ONA, path))).as("the owner, who codes").isEqualTo(viewers);
        assertThat(body(get(World.CLEO, path))).as("a coder").isEqualTo(viewers);
    }

    /** Without the shell around it and the owner's forms. */
    private static String body(String page) {
        return page.replaceAll(
                        "(?s)^.*<main[^>]*>|</main>.*$|<section class=\"panel\">\\s*<details class=\"more\">.*?</section>"
                                + "|\\s*<form method=\"post\" action=\"/projects/1/methods/results\">.*?</form>\\s*",
                        "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Test
    @Order(2)
    void a_token_gets_what_the_page_shows() {
        var asked = "?variable=image_type";
        for (var path : List.of(
                "agreement.json" + asked,
                "validation.json" + asked + "&coder=" + study.run,
                "results.json" + asked + "&coder=" + study.run,
                "regression.json?outcome=image_type:poster&coder=" + study.run,
                "compare.json" + asked + "&coder=" + study.run + "," + study.second)) {
            var viewers = app.api(World.VIC).get("/api/v1/projects/1/" + path).body();
            assertThat(viewers).doesNotContain("\"status\"");
            assertThat(app.api(World.ONA).get("/api/v1/projects/1/" + path).body())
                    .isEqualTo(viewers);
            assertThat(app.api(World.CLEO).get("/api/v1/projects/1/" + path).body())
                    .isEqualTo(viewers);
        }
        assertThat(app.api(World.VIC)
                        .json("/api/v1/projects/1/agreement.json" + asked)
                        .at("/alpha"))
                .isEqualTo(json(AGREEMENT).at("/alpha"));
    }

    @Test
    @Order(3)
    void two_samples_are_compared_each_by_itself() {
        var found = json("agreement/image_type/report.json?with_sample=101").at("/comparison");
        assertThat(found.at("/units").toString()).isEqualTo("{\"both\":0,\"onlyHere\":10,\"onlyThere\":4}");
        assertThat(found.at("/notes").toString())
                .contains("resampled by itself", "Only the sample \\\"Pilot\\\" counts.");
        assertThat(found.at("/difference/undefined").asText()).isEqualTo("only one category was used");
    }

    /** The test sample as a pilot: α = −.063, so no size shows that it is above .667. */
    @Test
    @Order(3)
    void a_plan_takes_closed_samples_for_pilots_and_refuses_others_field_by_field() {
        var plan = json("plan.json?variable=image_type&sample=" + ClosedStudy.TEST);
        assertThat(plan.at("/alpha_above_667/value").asInt()).isEqualTo(96);
        assertThat(plan.at("/pilot_alpha_above_667/undefined").asText()).contains("not above it");
        assertThat(plan.at("/pilot_alpha_width/value").asInt()).isGreaterThan(10);
        assertThat(get(World.VIC, "plan")).contains("α above .667 with 95 % certainty", ">96<");
        for (var wrong : List.of("sample=" + ClosedStudy.SEALED, "sample=x", "share=0", "alpha=NaN", "f1_width=much")) {
            var page = answer(World.VIC, "plan?variable=image_type&prevalence=7&" + wrong);
            assertThat(page.statusCode()).as(wrong).isEqualTo(422);
            assertThat(page.body()).contains("nothing was planned", "value=\"7\"", "class=\"error\"");
            assertThat(answer(World.VIC, "plan.json?" + wrong).statusCode()).isEqualTo(422);
        }
    }

    @Test
    @Order(3)
    void pilot_development_and_test_are_pooled_only_when_asked_and_it_says_so() {
        var together = json(validation() + "&sample=all");
        assertThat(together.at("/n").asInt())
                .as("ten, and four each of pilot and dev")
                .isEqualTo(18);
        assertThat(together.at("/notes").toString())
                .contains("All that is closed counts together")
                .contains("(pilot)")
                .contains("(dev)")
                .contains("nothing is weighted");
        assertThat(json(validation() + "&sample=102").at("/accuracy/value").asDouble())
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void a_sample_that_is_open_or_sealed_gives_no_number_to_anybody() {
        for (var person : List.of(World.ONA, World.CLEO, World.VIC)) {
            for (var report : List.of("agreement", "validation?variable=image_type&coder=" + study.run)) {
                var further = report.contains("?") ? "&sample=" : "?sample=";
                var open = answer(person, report + further + ClosedStudy.DRAFT);
                assertThat(open.statusCode()).isEqualTo(422);
                assertThat(open.body()).contains("The sample \"Draft 2\" is still open");
                var sealed = answer(person, report + further + ClosedStudy.SEALED);
                assertThat(sealed.statusCode()).isEqualTo(422);
                assertThat(sealed.body()).contains("This test sample is sealed");
            }
            for (long other : List.of(ClosedStudy.DRAFT, ClosedStudy.SEALED)) {
                var compared = answer(person, "agreement/image_type?with_sample=" + other);
                assertThat(compared.statusCode()).isEqualTo(422);
                assertThat(compared.body()).doesNotContain("Two α compared");
            }
        }
    }

    @Test
    @Order(3)
    void whoever_still_codes_is_told_that_a_narrow_report_is_not_shown_and_gets_no_other_numbers() {
        var validation = "validation.json?variable=image_type&coder=" + study.run;
        var units = "validation/regression/units.csv?outcome=image_type:poster&coder=" + study.run;
        for (var path : List.of(
                "agreement.json?" + NARROW,
                "agreement/image_type?" + NARROW,
                "agreement/image_type?with_version=1",
                "agreement/image_type/report.json?with_version=1",
                "agreement/image_type/report.csv?with_version=1",
                validation + "&" + NARROW,
                validation + "&by=account",
                "results?variable=image_type&by=account&coder=" + study.run,
                "results.csv?variable=image_type&coder=" + study.run + "&" + NARROW,
                "compare.json?variable=image_type&coder=" + study.run + "," + study.ona + "&" + NARROW,
                "validation/regression.json?outcome=image_type:poster&coder=" + study.run + "&" + NARROW,
                units)) {
            var refused = answer(World.CLEO, path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("Draft 2", "not shown to you until that coding is closed");
            assertThat(answer(World.ONA, path).statusCode()).as(path).isEqualTo(403);
            assertThat(answer(World.VIC, path).statusCode()).as(path).isNotEqualTo(403);
        }
        assertThat(answer(World.ONA, "replication.zip").statusCode()).isEqualTo(403);
        assertThat(answer(World.VIC, "replication.zip").statusCode()).isEqualTo(200);
        assertThat(get(World.VIC, units).lines().count()).isGreaterThan(10);
    }

    @Test
    @Order(4)
    void an_owner_chooses_what_reports_rest_on_and_the_trail_keeps_it() {
        var ona = app.browser(World.ONA);
        ona.get("/projects/1/methods");
        for (long wrong : List.of(ClosedStudy.DRAFT, ClosedStudy.SEALED)) {
            var refused = ona.post("/projects/1/methods/basis", "gold=" + wrong);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Nothing was changed.");
        }
        hasTheNumbersOfTheTest();
        assertThat(ona.post("/projects/1/methods/basis", "reliability=101&reliability=102&gold=102")
                        .statusCode())
                .isEqualTo(303);
        for (var person : List.of(World.ONA, World.CLEO, World.VIC)) {
            var agreement = new Json(get(person, AGREEMENT)).tree();
            assertThat(agreement.at("/units").asInt()).isEqualTo(8);
            assertThat(agreement.at("/notes").toString())
                    .contains("the samples \\\"Development\\\" (dev), \\\"Pilot\\\" (pilot) (chosen by Ona on");
            assertThat(new Json(get(person, validation())).tree().at("/n").asInt())
                    .isEqualTo(4);
        }
        var trail = app.jdbi()
                .withHandle(handle -> handle.createQuery("select what || detail from event where project_id = 1")
                        .mapTo(String.class)
                        .list());
        assertThat(trail.toString()).contains("chose the samples that reports rest on", "gold: Development");
        assertThat(ona.post("/projects/1/methods/basis", "gold=").statusCode()).isEqualTo(303);
        hasTheNumbersOfTheTest();
    }

    @Test
    @Order(5)
    void once_the_draft_is_closed_it_counts_and_everything_is_shown() {
        app.jdbi().useHandle(handle -> handle.execute("update sample set closed_at = now() where id = 105"));
        assertThat(get(World.CLEO, "agreement.json?" + NARROW)).doesNotContain("Left out: 4 images of \\\"Draft");
        assertThat(json(AGREEMENT).at("/notes").toString())
                .as("the newest closed sample that two people coded, unless an owner chooses")
                .contains("Agreement rests on the sample \\\"Draft 2\\\" (dev)");
        assertThat(json(validation()).at("/n").asInt())
                .as("an opened test goes before any other")
                .isEqualTo(10);
    }
}
