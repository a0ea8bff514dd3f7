package codeframe.coding.gold;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.screen.SampledStudy;
import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adjudication in a real browser: the next unit takes the place of the last, and no key is lost on the way. */
class AdjudicationBrowserTest {
    private static final String[] PEOPLE = {World.CLEO, World.ONA};

    private TestApp app;
    private Chromium chromium;
    private Page page;
    private SampledStudy study;
    private String address;

    @BeforeEach
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        app = TestApp.start();
        study = SampledStudy.drawn(app.jdbi(), 3);
        long sample = study.sample(2, PEOPLE);
        for (long image : study.images) {
            disagree(sample, image);
        }
        study.close(sample);
        address = app.url() + "/projects/1/samples/" + sample + "/adjudication";
        chromium = Chromium.start();
        page = Chromium.signIn(chromium.window(), app.url(), World.ONA);
    }

    private void disagree(long sample, long image) {
        study.study.code(study.study.coding(study.coder(PEOPLE[0]), image, sample), "image_type", "poster");
        study.study.code(study.study.coding(study.coder(PEOPLE[1]), image, sample), "image_type", "portrait");
    }

    @AfterEach
    void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void keys_pressed_before_the_scripts_are_there_are_pressed_when_they_are() {
        var held = new AtomicReference<Route>();
        page.route("**/ui/keys.js", held::set);
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#answers .go").waitFor();
        page.keyboard().press("2");
        page.keyboard().press("r");
        page.keyboard().type("seen");
        page.waitForCondition(() -> held.get() != null);
        held.get().resume();
        assertThat(page.locator("#reason")).hasValue("seen");
        assertThat(page.locator("[name=take][value='2']")).isChecked();
    }

    @Test
    void the_page_is_loaded_once_for_all_units_and_the_one_before_can_be_looked_at() {
        page.navigate(address);
        page.evaluate("window.once = true");
        var first = page.locator("#answers").getAttribute("action");
        page.keyboard().press("1");
        page.keyboard().press("Enter");
        page.keyboard().press("2");
        page.keyboard().press("s");
        assertThat(page.locator("#standing")).hasText("2 to settle · 1 settled");
        assertThat(page.locator("[name=take][value='2']")).isChecked();
        assertThat(page.locator("[value=slip]")).isChecked();
        page.keyboard().press("Backspace");
        assertThat(page.locator("#answers")).hasAttribute("action", first);
        assertThat(page.locator("#answers")).containsText("Settled as");
        page.keyboard().press("Enter");
        assertThat(page.locator("#answers [role=alert]")).hasText("Take one of the codes, or give another.");
        assertThat(page.evaluate("window.once")).isEqualTo(true);
    }

    @Test
    void after_the_last_one_the_end_says_what_became_gold() {
        page.navigate(address);
        for (int left = 3; left > 0; left--) {
            assertThat(page.locator("#standing")).hasText(left + " to settle · " + (3 - left) + " settled");
            page.keyboard().press("1");
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("main")).containsText("Everything is settled");
        assertThat(study.number("select count(*) from gold where provenance = 'adjudicated'"))
                .isEqualTo(3);
    }
}
