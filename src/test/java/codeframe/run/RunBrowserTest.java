package codeframe.run;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run from the first choice to the last judgement, in a browser. */
class RunBrowserTest {
    private static TestApp app;
    private static Chromium chromium;
    private static RunStudy study;
    private static long version;

    @BeforeAll
    static void start() {
        app = TestApp.with(new LetterClassifier(600));
        study = new RunStudy(app.jdbi());
        study.images(90);
        version = study.publish();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void results_come_in_while_the_run_works() {
        long run = study.run(version);
        app.jdbi().useHandle(handle -> handle.createScript("""
                update run set state = 'running', started_at = now() where id = %1$d;
                update run_item set worker = 'elsewhere', claimed_at = now() where run_id = %1$d
                """.formatted(run)).execute());
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/runs/" + run);
            assertThat(page.locator("#run-results figure")).hasCount(0);
            code(run, 3);
            assertThat(page.locator("#run-results figure")).containsText("n = 3");
            page.locator("#look-kind").focus();
            code(run, 4);
            assertThat(page.locator("#run-results figure"))
                    .containsText("n = 7", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(page.locator("#look-kind")).isFocused();
        } finally {
            app.jdbi().useHandle(handle -> handle.execute("delete from run where id = ?", run));
        }
    }

    /** So many more of the run's images, by a worker elsewhere. */
    private static void code(long run, int n) {
        app.jdbi()
                .useHandle(handle ->
                        handle.createScript("""
                update run_item set outcome = 'coded', finished_at = now()
                where run_id = %1$d and image_id in (
                    select image_id from run_item where run_id = %1$d and outcome is null order by image_id limit %2$d);
                with made as (
                    insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, coder.id, i.image_id, %3$d
                    from run_item i join coder on coder.run_id = i.run_id
                    where i.run_id = %1$d and i.outcome = 'coded'
                      and not exists (select from coding c where c.coder_id = coder.id and c.image_id = i.image_id)
                    returning id, coder_id, image_id)
                insert into code (coding_id, coder_id, image_id, variable, value)
                select id, coder_id, image_id, 'kind', 'a' from made
                """.formatted(run, n, version)).execute());
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
            page.waitForURL("**/runs/*");
            var path = page.url();
            watch(page);
            sweep(page, path);
        }
    }

    private void watch(Page page) {
        var state = page.locator("#run .badge").first();
        page.evaluate("document.documentElement.dataset.same = 'page'");
        assertThat(state).hasText("done", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
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

    private void sweep(Page page, String path) {
        page.navigate(path + "/sweeps?variable=kind");
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
        assertThat(study.value(
                        "select count(*) from code join coder on coder.id = coder_id where run_id = "
                                + path.replaceAll(".*/", ""),
                        Long.class))
                .isEqualTo(90);
    }

    private static void key(Page page, String key, String then) {
        page.keyboard().press(key);
        assertThat(page.locator("#sweep")).containsText(then);
    }
}
