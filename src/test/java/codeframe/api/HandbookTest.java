package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.BasePath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HandbookTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void every_call_of_the_description_stands_on_the_page_once_under_what_it_is_about() {
        var calls = new OpenApi(new BasePath("")).calls();
        assertThat(calls)
                .containsKeys("projects", "codes", "calculators")
                .allSatisfy((tag, ofTag) -> assertThat(ofTag).as(tag).isNotEmpty());
        var page = app.visitor().get("/api").body();
        calls.values().stream()
                .flatMap(ofTag -> ofTag.stream())
                .forEach(call ->
                        assertThat(page).containsOnlyOnce("<code>" + call.method() + " " + call.path() + "</code>"));
    }

    @Test
    void the_examples_ask_this_server() {
        assertThat(app.visitor().get("/api").body())
                .contains(app.url() + "/api/v1/projects/1", "req_auth_bearer_token", "pandas.read_csv");
    }

    @Test
    void whoever_is_signed_in_keeps_their_menu_on_a_page_open_to_all() {
        for (var path : new String[] {"/api", "/calculator", "/about-the-numbers"}) {
            assertThat(app.browser(World.ONA).get(path).body()).as(path).contains("Sign out");
            assertThat(app.visitor().get(path).body()).as(path).doesNotContain("Sign out");
        }
    }
}
