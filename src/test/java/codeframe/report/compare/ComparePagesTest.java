package codeframe.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.study.ReportedStudy;
import codeframe.statistics.agreement.Interval;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The run of the stratified sample beside Ona, who codes as gold does but for every tenth image. */
class ComparePagesTest {
    private static TestApp app;
    private static ReportedStudy study;
    private static Browser vic;
    private static String query;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        query = "variable=image_type&coder=" + study.run + "," + study.person(World.ONA, 10);
        vic = app.browser(World.VIC);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void what_changed_adds_up_and_opens_exactly_its_images() {
        var report = app.api(World.VIC).json("/api/v1/projects/1/compare.json?" + query);
        long off = 0;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                off += row == column
                        ? 0
                        : report.at("/changes/rows/" + row + "/" + column).asLong();
            }
        }
        assertThat(report.at("/images").asLong()).isEqualTo(250);
        assertThat(report.at("/changed").asLong()).isEqualTo(off).isPositive();
        var studio = report.at("/classes/studio");
        assertThat(studio.at("/first").asLong()).isEqualTo(50);
        assertThat(studio.at("/kept").asLong() + studio.at("/lost").asLong()).isEqualTo(50);
        assertThat(studio.at("/kept").asLong() + studio.at("/gained").asLong())
                .isEqualTo(studio.at("/second").asLong());
        long cell = report.at("/changes/rows/0/1").asLong();
        var images = vic.get("/projects/1/compare/images?" + query + "&row=poster&column=crowd")
                .body();
        assertThat(images.split("class=\"thumb\"", -1)).hasSize((int) cell + 1);
        assertThat(images).contains("CLIP: Campaign Material", "Ona: Crowd");
    }

    @Test
    void runs_are_tested_against_gold_in_pairs_with_the_designs_weights() {
        var test = app.api(World.VIC)
                .json("/api/v1/projects/1/compare.json?" + query)
                .at("/tests/0");
        assertThat(test.at("/only_first_right").asLong()).isPositive();
        assertThat(test.at("/only_second_right").asLong())
                .isGreaterThan(test.at("/only_first_right").asLong());
        assertThat(test.at("/holm_p").asDouble())
                .as("of the weighted difference, for McNemar's test would count images of all strata alike")
                .isCloseTo(test.at("/equal_accuracy_p").asDouble(), within(1e-12))
                .isNotCloseTo(test.at("/mcnemar_exact_p").asDouble(), within(1e-12));
        var accuracy = test.at("/accuracy_difference");
        double z = accuracy.get("value").asDouble() / accuracy.get("se").asDouble();
        assertThat(test.at("/equal_accuracy_p").asDouble())
                .isCloseTo(2 * Interval.normalProbability(-Math.abs(z)), within(1e-12));
        assertThat(test.at("/macro_f1_difference/value").asDouble()).isNegative();
        assertThat(test.at("/macro_f1_difference/method").asText()).contains("Taylor");
    }

    @Test
    void the_page_its_files_and_its_refusals_are_there() {
        var page = vic.get("/projects/1/compare?" + query);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "What changed per class",
                        "accuracy, first less second",
                        "Images whose code changed",
                        "compare.html?");
        assertThat(vic.get("/projects/1/compare.csv?" + query).body()).contains("image_type,changed,,250,");
        assertThat(vic.get("/projects/1/compare.html?" + query).body())
                .contains("<style>", "What changed per class")
                .doesNotContain("<script", "href=\"/projects");
        assertThat(vic.get("/projects/1/compare?variable=image_type&coder=" + study.run)
                        .body())
                .contains("Choose two runs or coders", "What changed per class");
        assertThat(vic.get("/projects/1/compare?" + query + "&collapse=dog,cat:animal")
                        .body())
                .contains("is no category of Image type", "What changed per class");
        assertThat(vic.get("/projects/1/compare?" + query + "&by=week").statusCode())
                .isEqualTo(422);
        var together = vic.get("/projects/1/compare?" + query + "&collapse=poster,crowd:posted");
        assertThat(together.statusCode()).isEqualTo(200);
        assertThat(together.body()).contains("Campaign Material, Crowd are taken together as \"posted\"", "TV Studio");
        assertThat(vic.get("/projects/1/compare.json?variable=image_type").statusCode())
                .isEqualTo(422);
    }
}
