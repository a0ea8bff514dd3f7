package codeframe.report;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.report.study.ReportedStudy;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reports with figures in them, by day and by night, on a laptop and a phone, and as files that stand alone. */
class ReportAccessibilityTest {
    private static TestApp app;
    private static Chromium chromium;
    private static String asked;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        app = TestApp.start();
        chromium = Chromium.start();
        var study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        long ona = study.person(World.ONA, 10);
        study.person(World.CLEO, 7);
        study.run("update code set confidence = 0.5 + (image_id % 50) / 100.0 where coder_id = " + study.run);
        asked = "?variable=image_type&coder=" + study.run + "," + ona;
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void every_report_with_figures_is_free_of_violations() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            for (var path : List.of(
                    "agreement",
                    "agreement/image_type",
                    "agreement/image_type/images?category=studio",
                    "agreement?from=yesterday",
                    "validation",
                    "validation" + asked + "&by=week",
                    "validation/regression" + asked + "&outcome=image_type:poster",
                    "validation/regression?outcome=image_type:poster",
                    "compare" + asked,
                    "methods")) {
                page.navigate(app.url() + "/projects/1/" + path);
                wrong.addAll(Look.faults(page));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void so_is_a_file_that_stands_alone() {
        try (var window = chromium.window()) {
            var page = window.newPage();
            page.setContent(app.browser(World.ONA)
                    .get("/projects/1/validation.html" + asked)
                    .body());
            wrong.addAll(Look.faults(page));
        }
        assertThat(wrong).isEmpty();
    }
}
