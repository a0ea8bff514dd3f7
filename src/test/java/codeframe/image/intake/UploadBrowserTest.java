package codeframe.image.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import codeframe.image.decode.Drawn;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing files, and columns where they were not recognised, with the mouse. */
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

    private static void choose(Page page, Path file) {
        page.locator("input[name=files]").setInputFiles(file);
    }
}
