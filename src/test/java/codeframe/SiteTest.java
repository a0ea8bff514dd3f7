package codeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Site;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that leave the program, and the address a visitor comes from: neither is taken from what a visitor can write. */
class SiteTest {
    private static final String EVIL =
            "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"
                    + "Forwarded: host=evil.example;proto=https\r\n";

    private TestApp app;

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void an_invitation_begins_with_the_address_of_the_settings() throws IOException {
        app = TestApp.start(Map.of("CODEFRAME_URL", "http://codeframe.example.org/"));
        assertThat(invitation()).startsWith("http://codeframe.example.org/invitations/");
    }

    @Test
    void without_the_setting_an_invitation_begins_with_the_address_the_program_listens_at() throws IOException {
        app = TestApp.start();
        assertThat(invitation()).startsWith(app.url() + "/invitations/");
    }

    @Test
    void a_program_that_listens_everywhere_names_the_address_that_was_asked() throws IOException {
        app = TestApp.start(Map.of("CODEFRAME_HOST", "0.0.0.0"));
        assertThat(invitation()).startsWith(app.url() + "/invitations/");
    }

    @Test
    void a_link_of_a_loopback_address_says_that_it_works_on_this_computer_only_and_how_to_open_the_door() {
        app = TestApp.start();
        assertThat(page("/projects/1/team/invitations", "role=coder&days=3&note=Kim"))
                .contains(
                        "It works on this computer only",
                        "CODEFRAME_HOST=0.0.0.0",
                        "CODEFRAME_URL",
                        "<code>" + app.url());
        assertThat(page("/projects/1/team/2/reset-link", "")).contains("It works on this computer only");
    }

    @Test
    void a_link_of_an_address_that_others_reach_says_no_such_thing() {
        app = TestApp.start(Map.of("CODEFRAME_URL", "http://127.example.org"));
        assertThat(page("/projects/1/team/invitations", "role=coder&days=3&note=Kim"))
                .contains("http://127.example.org/invitations/")
                .doesNotContain("this computer only", "CODEFRAME_URL");
        assertThat(page("/projects/1/team/2/reset-link", "")).doesNotContain("this computer only", "CODEFRAME_URL");
    }

    @Test
    void an_invitation_comes_as_a_text_to_send() {
        app = TestApp.start(Map.of("CODEFRAME_URL", "http://codeframe.example.org"));
        var page = page("/projects/1/team/invitations", "role=viewer&days=3&note=Kim");
        var text = Pattern.compile("id=\"invitation-text\"[^>]*>([^<]+)<").matcher(page);
        assertThat(text.find()).isTrue();
        assertThat(text.group(1))
                .startsWith("Ona invites you to the project \"First study\" in Codeframe")
                .contains("http://codeframe.example.org/invitations/", "viewer, who looks at everything", "until ");
    }

    private String page(String path, String form) {
        var ona = app.browser(World.ONA);
        ona.get("/projects/1/team");
        return ona.post(path, form).body();
    }

    @Test
    void examples_for_scripts_do_not_name_a_computer_of_the_visitors_choice() throws IOException {
        app = TestApp.start();
        var page = answer("GET /api HTTP/1.1\r\n" + EVIL + "Connection: close\r\n\r\n");
        assertThat(page).contains(app.url() + "/api/v1/projects/1").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"codeframe.example.org", "ftp://codeframe.example.org", "https://a b", "https://x/?q=1"})
    void an_address_that_no_link_can_begin_with_stops_the_start(String url) {
        assertThatThrownBy(() -> Config.from(Map.of("CODEFRAME_URL", url)))
                .isInstanceOf(Config.Wrong.class)
                .hasMessageStartingWith("CODEFRAME_URL must be an address such as");
    }

    @ParameterizedTest
    @CsvSource({"true,1", "false,0", "0,0", "1,1", "2,2"})
    void proxies_are_counted_and_the_words_of_before_are_still_read(String setting, int proxies) {
        assertThat(Config.from(Map.of("CODEFRAME_TRUST_PROXY", setting)).trustedProxies())
                .isEqualTo(proxies);
    }

    @ParameterizedTest
    @CsvSource({"::,http://localhost:8080", "::1,http://[::1]:8080", "127.0.0.1,http://127.0.0.1:8080"})
    void the_output_names_an_address_that_a_browser_understands(String host, String address) {
        assertThat(new Site("", host).address(8080)).isEqualTo(address);
    }

    @Test
    void where_one_is_signed_in_shows_the_address_the_proxy_saw() throws IOException {
        app = TestApp.start(Map.of("CODEFRAME_TRUST_PROXY", "1"));
        var visitor = app.visitor();
        visitor.get("/sign-in");
        var request = java.net.http.HttpRequest.newBuilder(visitor.uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-Token", visitor.csrf())
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-For", "203.0.113.9")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "email=vic@example.org&password=" + World.PASSWORD.replace(' ', '+')));
        assertThat(visitor.send(request).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/account").body()).contains("203.0.113.9").doesNotContain("6.6.6.6");
    }

    /** The link of an invitation that Ona makes, in a request that names another computer wherever it can. */
    private String invitation() throws IOException {
        var ona = app.browser(World.ONA);
        ona.get("/projects/1/team");
        var form = "role=coder&days=3&note=Kim&_csrf=" + ona.csrf();
        var page = answer("POST /projects/1/team/invitations HTTP/1.1\r\n" + EVIL + "Cookie: " + ona.cookies()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\nConnection: close\r\n\r\n" + form);
        assertThat(page).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
        var link = Pattern.compile("id=\"invitation-link\">([^<]+)<").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String answer(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", app.app.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
