package codeframe.run;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run from the first choice to the last judgement, in a browser. */
class RunBrowserTest {
    private static TestApp app;
    private static Chromium chromium;
    private static RunStudy study;

    @BeforeAll
    static void start() {
        app = TestApp.with(new Scoring(600));
        study = new RunStudy(app.jdbi());
        study.images(90);
        study.publish();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void a_run_is_tried_watched_without_reloading_and_swept_by_keyboard() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/runs/new");
            press(page, "Try on 5");
            assertThat(page.locator("#tried .trial")).hasCount(5);
            assertThat(Look.faults(page)).isEmpty();
            press(page, "Start the run");
            watch(page);
            sweep(page);
        }
    }

    private void watch(Page page) {
        var state = page.locator("#run .badge").first();
        page.evaluate("document.documentElement.dataset.same = 'page'");
        assertThat(state)
                .hasText(
                        "done",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(page.locator("html")).hasAttribute("data-same", "page");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")))
                .hasCount(0);
        assertThat(page.locator("#run tfoot")).containsText("90");
        assertThat(Look.faults(page)).isEmpty();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look at the images"))
                .click();
        assertThat(page.locator(".wall .thumb").first()).isVisible();
        assertThat(Look.faults(page)).isEmpty();
    }

    private void sweep(Page page) {
        page.navigate(app.url() + "/projects/1/runs/1/sweeps?variable=kind");
        page.getByLabel("Images").fill("4");
        page.getByLabel("Draw").selectOption("random");
        press(page, "Draw and begin");
        page.waitForURL("**/sweeps/*");
        key(page, "j", "Image 2 of 4");
        key(page, "f", "Image 3 of 4");
        key(page, "1", "rather");
        assertThat(Look.faults(page)).isEmpty();
        key(page, "Space", "Image 4 of 4");
        key(page, "Backspace", "Image 3 of 4");
        key(page, "f", "Image 4 of 4");
        key(page, "j", "All judged");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the result"))
                .click();
        Locator main = page.locator("main");
        assertThat(main).containsText("2 right, 2 wrong, 0 skipped, 0 not judged");
        assertThat(Look.faults(page)).isEmpty();
        assertThat(study.value("select count(*) from code", Long.class)).isEqualTo(90);
    }

    private static void key(Page page, String key, String then) {
        page.keyboard().press(key);
        assertThat(page.locator("#sweep")).containsText(then);
    }
}
