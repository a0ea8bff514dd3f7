package codeframe.project;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.screen.SampledStudy;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Home in a browser: what waits is one key away. */
class HomeBrowserTest {
    private TestApp app;
    private Chromium chromium;
    private long sample;

    @BeforeEach
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        app = TestApp.start();
        sample = SampledStudy.drawn(app.jdbi(), 5).sample(World.CLEO);
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void five_images_wait_for_a_coder_and_enter_goes_there_from_the_list_and_from_the_project() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.CLEO);
            for (var home : new String[] {"/", "/projects/1"}) {
                page.navigate(app.url() + home);
                assertThat(page.locator(".next-steps li")).containsText("5 images wait for you");
                assertThat(Look.faults(page)).isEmpty();
                page.keyboard().press("Enter");
                assertThat(page).hasURL(app.url() + "/projects/1/samples/" + sample + "/code");
            }
        }
    }

    @Test
    void enter_on_another_link_or_in_a_field_is_its_own() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.CLEO);
            page.navigate(app.url() + "/");
            page.locator("main a[href='/projects/1']").first().focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(app.url() + "/projects/1");
        }
    }

    @Test
    void an_owner_is_told_what_is_next_from_facts() {
        try (var window = chromium.window()) {
            Page page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1");
            assertThat(page.locator(".next-steps")).containsText("“Pilot” is being coded: 0 of 5 codings done");
            assertThat(page.locator(".next-steps")).containsText("No machine codes yet");
            assertThat(Look.faults(page)).isEmpty();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/projects/1/samples/" + sample));
        }
    }
}
