package codeframe;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.Walk;
import codeframe.testing.World;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page, by day and by night, on a laptop and a phone, as axe-core and the browser's console see it. */
class AccessibilityTest {
    private static TestApp app;
    private static Chromium chromium;

    private final List<String> seen = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

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

    @Test
    void every_page_an_owner_can_click_to_is_free_of_violations() {
        try (var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            walk(window, page, List.of("/", "/projects/1", "/dev/ui"));
        }
        assertThat(seen).contains("/projects/1/team", "/account");
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_page_of_somebody_signed_out_is_free_of_violations() {
        try (var window = chromium.window()) {
            walk(window, window.newPage(), List.of("/sign-in", "/no-such-page"));
        }
        assertThat(seen).contains("/sign-in");
        assertThat(wrong).isEmpty();
    }

    private void walk(BrowserContext window, Page page, List<String> paths) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 404")) {
                wrong.add(page.url() + " says on the console: " + message.text());
            }
        });
        new Walk(window, app.url()).from(page, paths, this::look);
    }

    private void look(Page page) {
        seen.add(page.url().replace(app.url(), "").replaceAll("\\?.*", ""));
        wrong.addAll(Look.faults(page));
    }
}
