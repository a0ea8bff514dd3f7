package codeframe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import codeframe.report.study.ReportedStudy;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reports with figures in them, by day and by night, on a laptop and a phone, and as files that stand alone. */
class ReportAccessibilityTest {
    /** 47 letters without a place to break. */
    private static final String LONG = "Wahlkampfveranstaltungsbühnenhintergrundplakate";

    private static final String BEYOND_THEIR_FIELD = """
            () => [...document.querySelectorAll('.bar > .field :is(summary, select)')]
                .filter(e => e.offsetParent && !e.closest('.items'))
                .filter(e => e.getBoundingClientRect().right > e.closest('.field').getBoundingClientRect().right + 1)
                .map(e => e.outerHTML.slice(0, 120))""";

    private static TestApp app;
    private static Chromium chromium;
    private static String asked;
    private static long run;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        app = TestApp.start();
        chromium = Chromium.start();
        var study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        run = study.run;
        study.run("update image set posted_at = timestamptz '2021-01-04Z' + (id % 5) * interval '7 days'");
        long ona = study.person(World.ONA, 10);
        study.person(World.CLEO, 7);
        study.run("update codebook_version set content = replace(content::text, 'Campaign Material', '" + LONG
                + "')::jsonb");
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
                    "agreement/image_type?group1=image_type.crowd&group1=image_type.studio",
                    "agreement?collapse=crowd,studio:indoors&colour=red",
                    "validation",
                    "validation" + asked + "&by=week",
                    "results",
                    "results?variable=image_type&by=week&coder=" + run,
                    "validation/regression" + asked + "&outcome=image_type:poster",
                    "validation/regression?outcome=image_type:poster",
                    "compare" + asked,
                    "methods",
                    "methods/appendix")) {
                page.navigate(app.url() + "/projects/1/" + path);
                wrong.addAll(Look.faults(page));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_label_of_47_letters_breaks_no_list() {
        assertThat(LONG).hasSize(47);
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            for (var path : List.of(
                    "images?category=image_type.poster",
                    "codebook",
                    "samples",
                    "samples/1",
                    "samples/1/gold",
                    "samples/new?purpose=reliability",
                    "code",
                    "runs/1",
                    "runs/new",
                    "exports",
                    "validation/regression")) {
                page.navigate(app.url() + "/projects/1/" + path);
                wrong.addAll(Look.wide(page));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_long_choice_is_cut_off_and_covers_no_other() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/compare" + asked);
            page.evaluate("name => document.querySelector('.bar .drop .name').append(name)", LONG + ", " + LONG);
            for (int width : new int[] {1366, 390}) {
                page.setViewportSize(width, 844);
                assertThat(page.evaluate(BEYOND_THEIR_FIELD)).asInstanceOf(LIST).isEmpty();
            }
        }
    }

    /** Nothing is typed: categories are ticked, menus are opened and chosen from, and the report says what it did. */
    @Test
    void the_options_of_a_report_are_set_by_mouse_alone() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/agreement/image_type");
            var before = page.locator(".stat").first().innerText();
            open(page, "Categories");
            page.getByLabel("Crowd").click();
            page.getByLabel("TV Studio").click();
            open(page, "More options");
            page.getByLabel("What should the intervals speak about?").selectOption("post");
            wrong.addAll(Look.faults(page));
            page.getByText("Update", new Page.GetByTextOptions().setExact(true)).click();
            var main = page.locator("main");
            PlaywrightAssertions.assertThat(main)
                    .containsText("Of Image type, Crowd, TV Studio are taken together as \"Crowd or TV Studio\".");
            PlaywrightAssertions.assertThat(main).containsText("Limits draw images of a post together");
            assertThat(page.locator(".stat").first().innerText()).isNotEqualTo(before);
            open(page, "Categories: 1 group");
            page.getByLabel("Crowd").click();
            page.getByText("Update", new Page.GetByTextOptions().setExact(true)).click();
            PlaywrightAssertions.assertThat(main).containsText("of Image type only studio is named");
            PlaywrightAssertions.assertThat(page.locator(".stat").first())
                    .containsText(before.lines().toList().get(1));
            open(page, "Coders: Ona");
            page.getByLabel("Gold (gold)").first().click();
            wrong.addAll(Look.faults(page));
            page.getByText("Update", new Page.GetByTextOptions().setExact(true)).click();
            PlaywrightAssertions.assertThat(main).containsText("Coders: 3 of 4");
        }
        assertThat(wrong).isEmpty();
    }

    private static void open(Page page, String label) {
        page.locator("summary", new Page.LocatorOptions().setHasText(label)).click();
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
