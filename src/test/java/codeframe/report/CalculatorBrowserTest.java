package codeframe.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The calculator asks what it cannot know, and goes on from the answer. */
class CalculatorBrowserTest {
    private static final String TABLE = """
            Motiv;Anna;Ben
            m1;a;a
            m2;b;NaN
            m3;a;a
            m4;b;b
            m5;a;b
            m6;NaN;NaN
            m7;b;b
            """;
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
    void a_question_is_answered_and_the_file_is_still_there() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/calculator");
            page.getByLabel("A file: CSV or Excel")
                    .setInputFiles(new FilePayload("codes.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_16LE)));
            compute(page);
            assertThat(page.getByText("One question before this can be computed"))
                    .isVisible();
            assertThat(page.getByText("The column \"Motiv\" has a different value"))
                    .isVisible();
            Assertions.assertThat(Look.faults(page)).isEmpty();

            page.getByLabel("Column that names the units").fill("Motiv");
            compute(page);
            assertThat(page.locator("main")).containsText("\"NaN\" (3 cells) was read as missing: no code.");
            assertThat(page.locator(".stats").first()).containsText("of 7");
            assertThat(pairable(page)).containsText("5");
            Assertions.assertThat(Look.faults(page)).isEmpty();

            page.getByLabel("\"NaN\", in 3 cells").uncheck();
            compute(page);
            assertThat(page.locator("main")).containsText("was read as a label like any other.");
            assertThat(pairable(page)).containsText("7");
            assertThat(page.getByLabel("\"NaN\", in 3 cells")).not().isChecked();
        }
    }

    private static Locator pairable(Page page) {
        return page.locator(".stat").filter(new Locator.FilterOptions().setHasText("Units coded twice or more"));
    }

    private static void compute(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compute"))
                .click();
        page.waitForLoadState();
    }
}
