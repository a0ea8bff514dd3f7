package codeframe.image.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import codeframe.coding.sample.CorpusStudy;
import codeframe.image.decode.Drawn;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing files, columns where they were not recognised, and pictures, with mouse and keyboard. */
class UploadBrowserTest {
    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void choosing_twice_adds_and_an_unknown_table_asks_for_its_columns(@TempDir Path folder) throws IOException {
        var picture = Files.write(folder.resolve("x.png"), Drawn.encoded(Drawn.noise(20, 20, 1), "png"));
        var table = Files.writeString(folder.resolve("t.csv"), "Was;Wer\nx.png;Anna\n");
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/imports/new");
            choose(page, picture);
            choose(page, table);
            choose(page, table);
            assertThat(page.locator("[data-summary]")).containsText("2 files");
            page.getByText("Choose others").click();
            assertThat(page.locator("[data-chosen]")).isHidden();
            choose(page, table);
            choose(page, picture);
            assertThat(page.locator("[data-summary]")).containsText("2 files");
            Assertions.assertThat(Look.faults(page)).isEmpty();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Import").setExact(true))
                    .click();

            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Columns").setExact(true)))
                    .isVisible();
            assertThat(page.locator("main")).containsText("None of the columns was recognised.");
            Assertions.assertThat(Look.faults(page)).isEmpty();
            page.getByLabel("Image file").selectOption("Was");
            page.getByLabel("Account").selectOption("Wer");
            page.getByText("Match with these columns").click();
            assertThat(page.getByText("Accepted").first()).isVisible();
            assertThat(page.locator("main")).not().containsText("none of its columns");
        }
    }

    @Test
    void pictures_are_ticked_in_ranges_and_the_filter_goes_along_to_their_pages() {
        CorpusStudy.furnish(app.jdbi(), 120);
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            var query = "account=cyd&sort=newest&show=1%3Atype";
            page.navigate(app.url() + "/projects/1/images?" + query);
            var thumbs = page.locator(".wall a.thumb");
            page.getByText("Select", new Page.GetByTextOptions().setExact(true)).click();
            page.locator(".pick").nth(1).click();
            thumbs.nth(4).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertThat(page.locator("[data-ticked]")).hasText("4 ticked");
            thumbs.nth(6).focus();
            page.keyboard().press("x");
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator("[data-ticked]")).hasText("7 ticked");
            assertThat(page.locator(".pick").nth(5)).not().isChecked();
            assertThat(page.locator(".pick").nth(8)).isChecked();
            Assertions.assertThat(Look.faults(page)).isEmpty();

            var third = thumbs.nth(2).getAttribute("href");
            var fourth = thumbs.nth(3).getAttribute("href");
            thumbs.nth(2).focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            page.waitForURL(app.url() + third);
            page.keyboard().press("ArrowRight");
            page.waitForURL(app.url() + fourth);
            page.getByText("← Images").click();
            page.waitForURL(url -> url.contains("/images?" + query + "&near="));
            assertThat(page.locator(".wall a.thumb[href='" + fourth + "']")).isInViewport();
        }
    }

    private static void choose(Page page, Path file) {
        page.locator("input[name=files]").setInputFiles(file);
    }
}
