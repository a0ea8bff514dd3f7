package codeframe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the small scripts of every page do, tried on the page of interface pieces. */
class InterfaceTest {
    private static TestApp app;
    private static Chromium chromium;

    private BrowserContext window;
    private Page page;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("CODEFRAME_DEV", "true"));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @BeforeEach
    void open() {
        window = chromium.window();
        page = window.newPage();
        page.navigate(app.url() + "/dev/ui");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_dialog_opens_takes_the_focus_and_gives_it_back_on_escape() {
        button("Open a dialog").click();
        assertThat(page.locator("#example")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#example")).isHidden();
        assertThat(button("Open a dialog")).isFocused();
    }

    @Test
    void what_cannot_be_taken_back_is_asked_first_and_refused_leaves_everything() {
        button("Delete with a question").click();
        assertThat(page.locator("#confirm")).containsText("Delete this project?");
        assertThat(page.locator("#confirm")).containsText("Its 1,204 images");
        page.locator("#confirm").getByText("Cancel").click();
        assertThat(page.locator("#confirm")).isHidden();
        assertThat(page.url()).endsWith("/dev/ui");
    }

    @Test
    void a_confirmed_form_is_sent() {
        button("Delete with a question").click();
        page.locator("#confirm [data-go]").click();
        page.waitForURL(address -> address.endsWith("/dev/ui?#states") || address.endsWith("/dev/ui?"));
    }

    @Test
    void the_chosen_theme_is_there_after_loading_again() {
        button("Light or dark").click();
        var chosen = page.locator("html").getAttribute("data-theme");
        assertThat(chosen).isEqualTo("dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void on_a_phone_the_menu_shows_the_page_one_is_on() {
        var signedIn = Chromium.signIn(window, app.url(), World.ONA);
        signedIn.setViewportSize(390, 844);
        signedIn.navigate(app.url() + "/projects/1/exports");
        var here = signedIn.locator("nav [aria-current=page]").boundingBox();
        assertThat(here.x).isBetween(0.0, 390.0 - here.width);
    }

    @Test
    void the_keys_of_the_page_are_listed_under_the_question_mark() {
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).containsText("An example of a page's own key");
    }

    @Test
    void a_refusal_of_the_server_is_told_in_its_own_sentence() {
        button("Ask for what is not there").click();
        assertThat(page.locator("#toasts")).containsText("There is no such page here");
    }

    @Test
    void a_lost_server_is_told_without_losing_what_was_typed() {
        page.getByLabel("Label").fill("Kind of picture");
        window.setOffline(true);
        button("Ask for what is not there").click();
        assertThat(page.locator("#toasts")).containsText("The server cannot be reached. What you typed is still here.");
        assertThat(page.getByLabel("Label")).hasValue("Kind of picture");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
