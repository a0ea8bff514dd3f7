package codeframe.user;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.MovedClock;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session is one browser's, from one sign-in to its end. */
class SessionTest {
    private TestApp app;

    @AfterEach
    void stop() {
        app.close();
    }

    private static String form(String password) {
        return "email=" + Browser.encode(World.VIC) + "&password=" + Browser.encode(password);
    }

    /** Whether the token that a browser once had is that of somebody who is signed in. */
    private boolean signedIn(String token) {
        var request = HttpRequest.newBuilder(URI.create(app.url() + "/account")).header("Cookie", "codeframe=" + token);
        try {
            return HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever slipped a token of their own into somebody's browser would otherwise be signed in with them. */
    @Test
    void signing_in_gives_the_browser_a_new_token_and_the_one_before_is_worth_nothing() {
        app = TestApp.start();
        var browser = app.visitor();
        browser.get("/sign-in");
        var slipped = browser.cookie();
        assertThat(slipped).hasSizeGreaterThan(40);
        assertThat(browser.post("/sign-in", form(World.PASSWORD)).statusCode()).isEqualTo(302);
        assertThat(browser.cookie()).isNotEqualTo(slipped);
        assertThat(signedIn(slipped)).isFalse();
        assertThat(signedIn(browser.cookie())).isTrue();
    }

    @Test
    void signing_in_again_ends_the_session_that_the_browser_had() {
        app = TestApp.start();
        var browser = app.browser(World.ONA);
        var earlier = browser.cookie();
        browser.post("/sign-in", form(World.PASSWORD));
        assertThat(browser.cookie()).isNotEqualTo(earlier);
        assertThat(signedIn(earlier)).isFalse();
        assertThat(browser.get("/account").body()).contains(World.VIC).doesNotContain(World.ONA);
    }

    @Test
    void an_account_made_by_an_invitation_has_a_new_token_too() {
        app = TestApp.start();
        var answer = app.browser(World.ONA).post("/projects/1/team/invitations", "role=coder&days=3&note=");
        var link = java.util.regex.Pattern.compile("/invitations/[\\w-]+").matcher(answer.body());
        assertThat(link.find()).isTrue();
        var browser = app.visitor();
        browser.get(link.group());
        var before = browser.cookie();
        browser.post(link.group() + "/account", "email=kim@example.org&name=Kim&password=a+long+password");
        assertThat(signedIn(browser.cookie())).isTrue();
        assertThat(signedIn(before)).isFalse();
    }

    @Test
    void a_changed_password_ends_every_other_session_of_that_person_and_of_nobody_else() {
        app = TestApp.start();
        var here = app.browser(World.VIC);
        var there = app.browser(World.VIC);
        var ona = app.browser(World.ONA);
        var changed = here.post(
                "/account/password", "old=" + Browser.encode(World.PASSWORD) + "&password=another+long+password");
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(ona.get("/account").statusCode()).isEqualTo(200);
        var anew = app.visitor();
        anew.get("/sign-in");
        assertThat(anew.post("/sign-in", form(World.PASSWORD)).statusCode()).isEqualTo(422);
        assertThat(anew.post("/sign-in", form("another long password")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_password_is_not_changed_without_the_present_one_and_no_session_ends() {
        app = TestApp.start();
        var here = app.browser(World.VIC);
        var there = app.browser(World.VIC);
        for (var old : new String[] {"", "&old=", "&old=wrong"}) {
            var refused = here.post("/account/password", "password=another+long+password" + old);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("That is not your present password.");
        }
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        var anew = app.visitor();
        anew.get("/sign-in");
        assertThat(anew.post("/sign-in", form(World.PASSWORD)).statusCode()).isEqualTo(302);
    }

    @Test
    void who_signs_out_is_out_whatever_they_still_send() {
        app = TestApp.start();
        var browser = app.browser(World.VIC);
        var token = browser.cookie();
        browser.post("/sign-out", "");
        assertThat(signedIn(token)).isFalse();
        assertThat(signedIn(browser.cookie())).isFalse();
    }

    @Test
    void a_session_that_nobody_used_for_thirty_days_is_over() {
        var clock = new MovedClock();
        app = TestApp.empty(Map.of(), clock);
        World.populate(app.jdbi());
        var browser = app.browser(World.VIC);
        clock.move(Duration.ofDays(29));
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        clock.move(Duration.ofDays(29));
        assertThat(browser.get("/account").statusCode())
                .as("it was used meanwhile")
                .isEqualTo(200);
        clock.move(Duration.ofDays(31));
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }
}
