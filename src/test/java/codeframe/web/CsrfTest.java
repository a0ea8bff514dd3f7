package codeframe.web;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another site may make a browser send a form, but cannot know the token that goes with it. */
class CsrfTest {
    private static TestApp app;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(ona.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static void assertRefused(HttpRequest.Builder request) {
        var answer = ona.send(request);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nothing was changed");
        assertThat(ona.get("/").body()).doesNotContain("Forged");
    }

    @Test
    void the_tokens_of_the_page_itself_are_taken_wherever_they_stand() {
        var token = ona.csrf();
        assertThat(ona.send(form("/projects", "name=By+header").header("X-CSRF-Token", token))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ona.send(form("/projects", "name=By+field&_csrf=" + token)).statusCode())
                .isEqualTo(302);
        assertThat(ona.send(form("/projects?_csrf=" + token, "name=By+query")).statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_wrong_token_is_refused_wherever_it_stands(String wrong) {
        assertRefused(form("/projects", "name=Forged"));
        assertRefused(form("/projects", "name=Forged").header("X-CSRF-Token", wrong));
        assertRefused(form("/projects", "name=Forged&_csrf=" + wrong));
        assertRefused(form("/projects?_csrf=" + wrong, "name=Forged"));
    }

    @Test
    void one_letter_too_few_or_another_one_is_a_wrong_token() {
        var token = ona.csrf();
        var other = (token.charAt(0) == 'a' ? 'b' : 'a') + token.substring(1);
        assertRefused(form("/projects", "name=Forged").header("X-CSRF-Token", token.substring(1)));
        assertRefused(form("/projects", "name=Forged").header("X-CSRF-Token", token + "a"));
        assertRefused(form("/projects", "name=Forged").header("X-CSRF-Token", other));
    }

    @Test
    void the_token_of_another_browser_is_a_wrong_one_even_of_the_same_person() {
        assertRefused(form("/projects", "name=Forged")
                .header("X-CSRF-Token", app.browser(World.ONA).csrf()));
        var visitor = app.visitor();
        visitor.get("/sign-in");
        assertRefused(form("/projects", "name=Forged").header("X-CSRF-Token", visitor.csrf()));
    }

    @Test
    void a_wrong_token_before_a_right_one_is_not_made_good() {
        assertRefused(form("/projects?_csrf=" + ona.csrf(), "name=Forged").header("X-CSRF-Token", "wrong"));
        assertRefused(form("/projects?_csrf=" + ona.csrf(), "name=Forged&_csrf=wrong"));
    }

    @Test
    void signing_in_needs_the_token_of_its_page_too() {
        var visitor = app.visitor();
        visitor.get("/sign-in");
        var body = "email=" + World.VIC + "&password=" + Browser.encode(World.PASSWORD);
        var forged = visitor.send(HttpRequest.newBuilder(visitor.uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    /** A browser never adds such a header by itself, so no other site can; and a wrong one opens nothing. */
    @Test
    void a_bearer_token_needs_no_other_but_must_be_somebodys() {
        assertThat(app.api(World.ONA)
                        .post("/api/v1/projects", "application/json", "{\"name\": \"By a script\"}")
                        .statusCode())
                .isEqualTo(201);
        var wrong = ona.send(form("/projects", "name=Forged").header("Authorization", "Bearer nobodys"));
        assertThat(wrong.statusCode()).isEqualTo(302);
        assertThat(wrong.headers().firstValue("Location").orElse("")).startsWith("/sign-in");
        assertThat(ona.get("/").body()).doesNotContain("Forged");
    }
}
