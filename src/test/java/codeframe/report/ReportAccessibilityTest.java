package codeframe.report;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.report.study.SampledStudy;
import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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
        var study = new SampledStudy(app.jdbi(), "dev", "stratified");
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
                    "compare" + asked,
                    "methods")) {
                page.navigate(app.url() + "/projects/1/" + path);
                look(page);
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
            look(page);
        }
        assertThat(wrong).isEmpty();
    }

    private void look(Page page) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> wrong.add(page.url() + " (" + scheme + ") " + rule.getHelp() + ": "
                            + rule.getNodes().get(0).getHtml()));
        }
        page.setViewportSize(390, 844);
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            wrong.add(
                    page.url() + " is wider than a phone: "
                            + page.evaluate(
                                    "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right"
                                            + " > innerWidth && !e.closest('.scroll')).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')"));
        }
        page.setViewportSize(1366, 768);
    }
}
