package codeframe.coding.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the gallery to a drawn sample, as somebody clicks it. */
class SampleBrowserTest {
    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        CorpusStudy.furnish(app.jdbi(), 200);
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void a_sample_is_drawn_from_the_gallery_with_its_worth_in_sight() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/images?account=cyd");
            click(page, AriaRole.LINK, "Draw a sample");
            assertThat(Look.faults(page)).isEmpty();
            page.getByLabel("Size").fill("60");
            page.getByLabel("Stratified random").check();
            page.getByLabel("Divided by").selectOption("category");
            assertThat(page.locator("#outcome")).containsText("60 images of 120");
            assertThat(page.locator("#outcome table")).containsText("poster");
            page.getByLabel("Coded by several, in %").fill("300");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Clicked");
            assertThat(page.locator("#outcome")).containsText("The overlap is given in per cent");
            page.getByLabel("Coded by several, in %").fill("50");
            page.getByLabel("Test", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(page.locator("#outcome")).containsText("30 of them coded by 2 people");
            click(page, AriaRole.BUTTON, "Draw the sample");
            assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Clicked");
            assertThat(Look.faults(page)).isEmpty();
            close(page);
        }
    }

    private void close(Page page) {
        click(page, AriaRole.BUTTON, "Close the coding");
        page.locator("#confirm [data-go]").click();
        click(page, AriaRole.LINK, "Open it");
        assertThat(Look.faults(page)).isEmpty();
        page.getByLabel("Open it now").check();
        click(page, AriaRole.BUTTON, "Open the sample");
        assertThat(page.locator("main")).containsText("Opened");
        assertThat(Look.faults(page)).isEmpty();
    }

    @Test
    void pictures_are_ticked_in_the_gallery_and_saved() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/images");
            page.getByText("Select", new Page.GetByTextOptions().setExact(true)).click();
            page.locator(".pick").nth(1).check();
            page.locator(".pick").nth(3).check();
            assertThat(Look.faults(page)).isEmpty();
            page.getByLabel("Save under a name").fill("Two of them");
            click(page, AriaRole.BUTTON, "Save");
            assertThat(page.locator("main")).containsText("2 ticked pictures");
            assertThat(Look.faults(page)).isEmpty();
        }
    }

    @Test
    void name_and_overlap_follow_the_purpose_until_somebody_types_their_own() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/samples/new");
            var name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
            var overlap = page.getByLabel("Coded by several, in %");
            assertThat(name).hasValue("Pilot 1");
            assertThat(overlap).hasValue("100");
            page.getByLabel("Test", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(name).hasValue("Test 1");
            assertThat(overlap).hasValue("30");
            name.fill("Final");
            overlap.fill("50");
            page.getByLabel("Pilot", new Page.GetByLabelOptions().setExact(true))
                    .check();
            assertThat(name).hasValue("Final");
            assertThat(overlap).hasValue("50");
        }
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
