package codeframe.llm;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Codebooks;
import codeframe.llm.answer.AskedCodebooks;
import codeframe.llm.example.PromptExamples;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner reads the prompt, rewrites a part of it, and puts an example among the examples; all by clicking. */
class PromptBrowserTest {
    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        World.furnish(app.jdbi());
        app.jdbi().onDemand(Codebooks.class).publish(1, 1, AskedCodebooks.EVERY_TYPE, "");
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void a_part_is_rewritten_and_an_image_becomes_an_example() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/codebook");
            click(page, AriaRole.LINK, "Prompt");
            click(page, AriaRole.LINK, "Rewrite Role");
            page.getByLabel("Text of this part").fill("You know posters well.");
            assertThat(Look.faults(page)).isEmpty();
            click(page, AriaRole.BUTTON, "Save this part");
            page.getByText("What differs from the generated text").click();
            assertThat(page.getByLabel("Prompt of request 1").textContent()).startsWith("You know posters well.");
            assertThat(Look.faults(page)).isEmpty();

            page.navigate(app.url() + "/projects/1/images/1");
            click(page, AriaRole.LINK, "Use as example …");
            page.getByLabel("Setting").selectOption("=indoors");
            page.getByLabel("logo").check();
            assertThat(Look.faults(page)).isEmpty();
            click(page, AriaRole.BUTTON, "Use as example");
            assertThat(page.locator(".example-list").textContent()).contains("logo", "indoors");
            assertThat(Look.faults(page)).isEmpty();
            assertThat(app.jdbi().onDemand(PromptExamples.class).ofProject(1)).hasSize(1);
        }
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
