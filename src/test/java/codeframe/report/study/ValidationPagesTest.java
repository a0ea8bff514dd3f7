package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.export.CodedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run against gold of a stratified sample, held to R's survey package (stratified-validation.json). */
class ValidationPagesTest {
    private static TestApp app;
    private static ReportedStudy study;
    private static long ona;
    private static long cleo;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        ona = study.person(World.ONA, 10);
        cleo = study.person(World.CLEO, 7);
        study.person(World.VIC, 9);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static JsonNode json(String further) {
        return app.api(World.VIC)
                .json("/api/v1/projects/1/validation.json?variable=image_type&coder=" + study.run + further);
    }

    private static String page(String further) {
        return app.browser(World.VIC)
                .get("/projects/1/validation?variable=image_type&coder=" + study.run + further)
                .body();
    }

    @Test
    void every_measure_is_weighted_by_how_likely_the_image_was_drawn() {
        var report = json("&sample=" + study.sample);
        assertThat(report.at("/n").asInt()).isEqualTo(250);
        assertThat(report.at("/weighted_by_design").asBoolean()).isTrue();
        assertThat(report.at("/classes/studio/recall/value").asDouble())
                .as(".909 would be the unweighted recall")
                .isCloseTo(0.285714285714, within(1e-10));
        assertThat(report.at("/classes/studio/recall/se").asDouble()).isCloseTo(0.121930467353, within(1e-8));
        assertThat(report.at("/accuracy/value").asDouble()).isCloseTo(0.906593406593, within(1e-10));
        assertThat(report.at("/prevalence/studio/gold/value").asDouble()).isCloseTo(0.0230769230769, within(1e-10));
    }

    @Test
    void gold_of_one_sample_is_weighted_even_when_all_images_are_asked_for() {
        assertThat(json("").at("/classes/studio/recall/value").asDouble()).isCloseTo(0.285714285714, within(1e-10));
    }

    @Test
    void people_stand_beside_the_machine_and_the_alternative_annotator_test_is_told_in_words() {
        var report = json("");
        assertThat(report.at("/humans/alpha/value").asDouble()).isBetween(0.5, 0.99);
        assertThat(report.at("/humans/each").size()).isEqualTo(3);
        assertThat(report.at("/humans/each/0/person_with_majority/value").asDouble())
                .isGreaterThan(0.8);
        assertThat(report.at("/humans/alt_test/epsilon").asDouble()).isEqualTo(0.15);
        assertThat(json("&annotators=experts").at("/humans/alt_test/epsilon").asDouble())
                .isEqualTo(0.2);
        assertThat(page("")).contains("Could the machine stand in for one of the coders? With ε = 0.15", "Ona", "Cleo");
    }

    @Test
    void several_coders_stand_side_by_side_on_the_same_images() {
        var report = json("," + ona + "," + cleo);
        assertThat(report.at("/runs").size()).isEqualTo(3);
        assertThat(report.at("/runs/1/name").asText()).isEqualTo("Ona");
        assertThat(page("," + ona)).contains("Side by side", "CLIP against Gold", "Ona against Gold");
    }

    @Test
    void a_cell_of_the_table_opens_exactly_its_images() {
        var body = app.browser(World.VIC)
                .get("/projects/1/validation/images?variable=image_type&coder=" + study.run
                        + "&row=crowd&column=studio")
                .body();
        assertThat(body).contains("5 images.", "Gold says");
        assertThat(body.split("class=\"thumb\"", -1)).hasSize(6);
    }

    /** Accounts of ten images each, wrong ones in the same accounts: what is said of new ones is less sure. */
    @Test
    void intervals_speak_about_these_images_or_about_new_accounts() {
        assertThat(page("")).contains("What should the intervals speak about?").doesNotContain("with gold are of");
        study.run("update image set account = 'account ' || (id / 10)");
        try {
            assertThat(page(""))
                    .contains("250 images with gold are of 26 accounts: the intervals speak about these images");
            assertThat(json("").at("/intervals_about").asText()).isEqualTo("these images");
            assertThat(page("&cluster=post"))
                    .contains("26 accounts: about new accounts like these the intervals would be too narrow.");
            var accounts = json("&cluster=account");
            assertThat(accounts.at("/intervals_about").asText()).isEqualTo("new accounts like these");
            assertThat(accounts.at("/accuracy/value")).isEqualTo(json("").at("/accuracy/value"));
            for (var path : java.util.List.of(
                    "/accuracy", "/classes/studio/recall", "/macro/f1", "/prevalence/crowd/corrected", "/alpha")) {
                assertThat(accounts.at(path + "/method").asText()).as(path).isEqualTo("jackknife over 26 accounts, t");
                assertThat(width(accounts.at(path))).as(path).isGreaterThanOrEqualTo(width(json("").at(path)));
            }
            assertThat(page("&cluster=account"))
                    .contains("The intervals speak about new accounts like these", "occurs in only")
                    .contains("jackknife over 26 accounts, t");
            for (var file : java.util.List.of("csv", "html")) {
                var sent = app.browser(World.VIC)
                        .get("/projects/1/validation." + file + "?variable=image_type&cluster=account&coder="
                                + study.run);
                assertThat(sent.body())
                        .as(file)
                        .contains("speak about new accounts like these", "jackknife over 26 accounts, t");
            }
        } finally {
            study.run("update image set account = null");
        }
    }

    private static double width(JsonNode figure) {
        return figure.at("/ci/1").asDouble() - figure.at("/ci/0").asDouble();
    }

    @Test
    void what_is_not_understood_is_told_above_the_report_and_refused_by_the_api() {
        for (var slip : java.util.List.of(
                "&collapse=flyer,crowd:print|is no category of Image type. Categories are poster (Campaign Material), crowd",
                "&review=ignore|review must be error, missing or class",
                "&annotators=robots|annotators must be experts, students or crowd",
                "&cluster=town|cluster must be image, post or account",
                "&by=town|by must be account or week",
                "&gold=999|There is no coder 999 here",
                "&coder=999|There is no coder 999 here",
                "&sample=77|There is no sample 77 here",
                "&unsure=category|is not a choice of this report",
                "&account=nobody|No image is of the account",
                "&run=999|There is no run 999 here")) {
            var asked = slip.substring(0, slip.indexOf('|'));
            var sentence = slip.substring(slip.indexOf('|') + 1);
            var page =
                    app.browser(World.VIC).get("/projects/1/validation?variable=image_type&coder=" + study.run + asked);
            assertThat(page.statusCode()).as(asked).isEqualTo(422);
            assertThat(page.body())
                    .as(asked)
                    .contains(sentence, "The report below leaves this out.", "CLIP against Gold");
            var answer = app.api(World.VIC)
                    .get("/api/v1/projects/1/validation.json?variable=image_type&coder=" + study.run + asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(422);
            assertThat(answer.body()).as(asked).contains(asked.startsWith("&unsure") ? "no parameter" : sentence);
        }
    }

    @Test
    void categories_are_taken_together_by_their_labels_and_figures_change() {
        var plain = json("").at("/accuracy/value").asDouble();
        var together = json("&collapse=TV+Studio,crowd:other");
        assertThat(together.at("/accuracy/value").asDouble()).isGreaterThan(plain);
        assertThat(together.at("/classes/other").isMissingNode()).isFalse();
        assertThat(page("&group1=image_type.studio&group1=image_type.crowd"))
                .contains("Of Image type, TV Studio, Crowd are taken together", "TV Studio or Crowd");
    }

    @Test
    void opened_from_a_run_it_shows_that_run_at_once() {
        long run = app.jdbi()
                .withHandle(handle -> handle.createQuery("select run_id from coder where id = :id")
                        .bind("id", study.run)
                        .mapTo(Long.class)
                        .one());
        for (var path : java.util.List.of("?coder=" + study.run, "?run=" + run, "")) {
            var page = app.browser(World.VIC).get("/projects/1/validation" + path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("CLIP against Gold: Image type");
        }
        assertThat(app.browser(World.VIC).get("/projects/1/runs/" + run).body())
                .contains("/validation?coder=" + study.run + "\"", "/compare?coder=" + study.run + "\"");
        var compared = app.browser(World.VIC).get("/projects/1/compare?run=" + run);
        assertThat(compared.statusCode()).isEqualTo(200);
        assertThat(compared.body()).contains("<h2>CLIP and ");
    }

    /** The first variable that the run codes has no gold: the one that has is shown. */
    @Test
    void opened_from_a_run_it_shows_the_variable_that_has_gold() {
        var coded = new CodedStudy(app.jdbi());
        long newer = coded.publish(CodedStudy.CODEBOOK.replace(
                "variables:\n",
                "variables:\n  - key: mood\n    label: Mood\n    type: single\n    categories:\n"
                        + "      - {key: glad, label: Glad}\n      - {key: sad, label: Sad}\n"));
        study.run("update run set variables = array['mood', 'image_type']");
        try {
            var page = app.browser(World.VIC).get("/projects/1/validation?coder=" + study.run);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("CLIP against Gold: Image type");
        } finally {
            study.run("update run set variables = array['image_type']");
            app.jdbi().useHandle(handle -> handle.execute("delete from codebook_version where id = ?", newer));
        }
    }

    /** What was proposed and cannot be made is no mistake of the reader's, but is told. */
    @Test
    void opened_from_a_run_that_coded_nothing_it_says_so() {
        long empty = new CodedStudy(app.jdbi()).run("clip", "Empty", "demo");
        try {
            var page = app.browser(World.VIC).get("/projects/1/validation?coder=" + empty);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Empty and Gold have no image in common.")
                    .doesNotContain("The report below");
            assertThat(app.browser(World.VIC)
                            .get("/projects/1/validation?variable=image_type&coder=" + empty)
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            study.run("delete from coder where id = " + empty);
        }
    }

    @Test
    void what_cannot_be_measured_is_told_at_the_form() {
        var vic = app.browser(World.VIC);
        var none = vic.get("/projects/1/validation?variable=image_type");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose at least one run", "Validate", "CLIP against Gold");
        assertThat(vic.get("/projects/1/validation?variable=people&coder=" + study.run)
                        .body())
                .contains("This report knows no variable \"people\". Variables are image_type");
        assertThat(vic.get("/projects/1/validation?variable=image_type&coder=x").body())
                .contains("must be the numbers of coders");
    }
}
