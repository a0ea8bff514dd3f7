package codeframe.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The administration and the link for a forgotten password, as people click them. */
class AdministrationBrowserTest {
    private static final List<String> TABS =
            List.of("Accounts", "Projects", "System", "Jobs", "LLM servers", "History");
    private static final String CHOSEN = "a password chosen by Vic";

    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "0"));
        World.furnish(app.jdbi());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void every_tab_with_something_on_it_is_free_of_violations() {
        fill();
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            var wrong = new ArrayList<String>();
            page.navigate(app.url() + "/administration");
            for (var tab : TABS) {
                page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Administration"))
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(tab))
                        .click();
                assertThat(page.locator("[aria-current=page]").filter(new Locator.FilterOptions().setHasText(tab)))
                        .isVisible();
                wrong.addAll(Look.faults(page));
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void who_forgot_the_password_gets_in_again_with_the_administrators_link() {
        String link;
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/administration");
            page.getByLabel("Reset link for Vic").click();
            button(page, "Make the link").click();
            link = page.locator("#reset-link").innerText();
        }
        try (var window = chromium.window(390, 844)) {
            var page = window.newPage();
            page.navigate(link);
            page.getByLabel("New password").fill(CHOSEN);
            button(page, "Set the password").click();
            page.waitForURL(address -> !address.contains("/reset/"));
            page.navigate(link);
            assertThat(page.getByLabel("New password")).isHidden();
        }
        signsIn(World.VIC, CHOSEN, true);
        signsIn(World.VIC, World.PASSWORD, false);
    }

    @Test
    void a_disabled_account_is_confirmed_and_shut_and_opened_again() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/administration");
            page.getByLabel("Disable Cleo").click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Disable"))
                    .click();
            assertThat(page.getByText("Cleo can no longer sign in.")).isVisible();
            signsIn(World.CLEO, World.PASSWORD, false);
            page.getByLabel("Enable Cleo").click();
            assertThat(page.getByText("Cleo can sign in again")).isVisible();
            signsIn(World.CLEO, World.PASSWORD, true);
        }
    }

    private void signsIn(String email, String password, boolean expected) {
        try (var window = chromium.window()) {
            var page = window.newPage();
            page.navigate(app.url() + "/sign-in");
            page.getByLabel("E-mail address").fill(email);
            page.getByLabel("Password").fill(password);
            button(page, "Sign in").click();
            page.waitForLoadState();
            page.navigate(app.url() + "/account");
            assertThat(page.url().endsWith("/account")).isEqualTo(expected);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Something failed, something is at work, somebody is shut out, and there is a list of places. */
    private void fill() {
        app.jdbi().useHandle(handle -> {
            handle.execute("update run set state = 'failed', failure = 'The model is gone'");
            handle.execute("update app_user set disabled_at = now() where email = ?", World.PAT);
            handle.execute("insert into llm_place (place, note, added_by) values ('10.20.0.0/16', 'The GPU room', 1)");
            handle.execute("insert into account_event (user_id, actor_id, what) values (1, 1, 'changed the password')");
            handle.execute("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
                                                 consecutive_failures, version)
                    select 'run', '1.1.3', now(), true, name, now(), 2, 1 from node
                    """);
            handle.execute("insert into job_failure (task, instance, node, at, reason)"
                    + " values ('import', '1', 'node-1', now(), 'java.io.IOException: No space left on device')");
        });
    }
}
