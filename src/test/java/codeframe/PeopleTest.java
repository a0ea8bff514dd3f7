package codeframe;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How people come in, and how they are kept out. */
class PeopleTest {
    private TestApp app;

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void the_set_up_link_makes_the_first_account_once() {
        app = TestApp.empty(Map.of(), Clock.systemUTC());
        var link = app.app.setUpPath().orElseThrow();
        var browser = app.visitor();
        assertThat(browser.get("/set-up/wrong").statusCode()).isEqualTo(404);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        var short_ = browser.post(link, "email=ada@example.org&name=Ada&password=short");
        assertThat(short_.statusCode()).isEqualTo(422);
        assertThat(short_.body()).contains("at least 10 characters").contains("ada@example.org");
        var made = browser.post(link, "email=ada@example.org&name=Ada&password=" + Browser.encode(World.PASSWORD));
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(browser.get("/").body()).contains("Projects");
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void an_unattended_start_makes_the_account_of_its_settings() {
        var token = "a-token-of-at-least-thirty-two-characters";
        app = TestApp.empty(
                Map.of(
                        "CODEFRAME_ADMIN_EMAIL", "ada@example.org",
                        "CODEFRAME_ADMIN_PASSWORD", "a long password",
                        "CODEFRAME_ADMIN_TOKEN", token),
                Clock.systemUTC());
        assertThat(app.app.setUpPath()).isEmpty();
        var api = new codeframe.testing.Api(app.url(), token);
        assertThat(api.post("/api/v1/projects", "application/json", "{\"name\":\"Study\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(api.json("/api/v1/projects").get(0).get("name").asText()).isEqualTo("Study");
    }

    @Test
    void a_project_without_a_name_is_refused_in_words() {
        app = TestApp.start();
        var answer = app.api(World.ONA).post("/api/v1/projects", "application/json", "{\"name\":\"  \"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Give the project a name");
        assertThat(app.api(World.ONA)
                        .post("/api/v1/projects", "application/json", "{nonsense")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nothing_changes_without_the_token_of_the_form() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        var forged = ona.send(HttpRequest.newBuilder(ona.uri("/projects"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Forged")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(ona.get("/").body()).doesNotContain("Forged");
    }

    @Test
    void an_invited_person_makes_an_account_and_joins_with_the_role_of_the_link() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        var answer = ona.post("/projects/1/team/invitations", "role=coder&days=3&note=Kim");
        var link = Pattern.compile("/invitations/[\\w-]+").matcher(answer.body());
        assertThat(link.find()).isTrue();
        var kim = app.visitor();
        assertThat(kim.get(link.group()).body()).contains("First study").contains("as coder");
        var account = "email=kim@example.org&name=Kim&password=" + Browser.encode(World.PASSWORD);
        assertThat(kim.post(link.group() + "/account", account).statusCode()).isEqualTo(303);
        assertThat(kim.get("/projects/1").statusCode()).isEqualTo(200);
        assertThat(kim.get("/projects/1/settings").statusCode()).isEqualTo(403);
        var used = app.visitor().get(link.group());
        assertThat(used.statusCode()).isEqualTo(404);
        assertThat(used.body()).contains("This link does not work any more", "An invitation works once", "Start page");
        assertThat(ona.get("/projects/1").body()).contains("Kim accepted an invitation as coder");
    }

    @Test
    void what_is_wrong_with_an_invitation_stands_at_its_field_and_what_was_typed_stays() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        var answer = ona.post("/projects/1/team/invitations", "role=viewer&days=900&note=for+Kim");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"days-error\"", "An invitation is good for 1 to 90 days.", "value=\"for Kim\"")
                .contains("<option value=\"viewer\" selected>", "value=\"900\"")
                .doesNotContain("invitation-link");
        assertThat(ona.post("/projects/1/team/invitations", "role=king&days=x&note=" + "n".repeat(201))
                        .body())
                .contains("The role must be owner, coder or viewer.", "The note has at most 200 characters.");
        assertThat(ona.get("/projects/1/team").body()).doesNotContain("Withdraw</button>");
    }

    @Test
    void a_withdrawn_invitation_leads_nowhere_and_stands_in_the_history() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        var made = ona.post("/projects/1/team/invitations", "role=owner&days=3&note=")
                .body();
        var link = Pattern.compile("/invitations/[\\w-]{40,}").matcher(made);
        assertThat(link.find()).isTrue();
        assertThat(ona.post("/projects/1/team/invitations/1/withdraw", "").statusCode())
                .isEqualTo(303);
        assertThat(app.visitor().get(link.group()).statusCode()).isEqualTo(404);
        assertThat(ona.get("/projects/1").body()).contains("Ona withdrew an invitation");
    }

    @Test
    void an_owner_who_leaves_is_at_home_among_the_projects() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        ona.post("/projects/1/team/2/role", "role=owner");
        var left = ona.post("/projects/1/team/1/remove", "");
        assertThat(left.headers().firstValue("Location")).contains("/");
        assertThat(ona.get("/").body()).contains("You have left First study. What you did there stays.");
        assertThat(ona.get("/projects/1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_project_keeps_its_last_owner() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        var answer = ona.post("/projects/1/team/1/role", "role=viewer");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("A project needs an owner");
        assertThat(ona.post("/projects/1/team/1/remove", "").statusCode()).isEqualTo(422);
    }

    @Test
    void a_token_is_shown_once_and_stops_working_when_deleted() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        var shown = Pattern.compile("id=\"new-token\">([\\w-]+)<")
                .matcher(ona.post("/account/tokens", "name=R&ends=never").body());
        assertThat(shown.find()).isTrue();
        var api = new codeframe.testing.Api(app.url(), shown.group(1));
        assertThat(api.get("/api/v1/projects").statusCode()).isEqualTo(200);
        assertThat(ona.get("/account").body()).doesNotContain(shown.group(1));
        for (long token = 1; token <= 6; token++) {
            ona.post("/account/tokens/" + token + "/delete", "");
        }
        assertThat(api.get("/api/v1/projects").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_everywhere_ends_the_other_browsers() {
        app = TestApp.start();
        var here = app.browser(World.ONA);
        var there = app.browser(World.ONA);
        here.post("/account/sign-out-everywhere", "");
        assertThat(there.get("/").statusCode()).isEqualTo(302);
        assertThat(here.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void every_answer_forbids_scripts_of_others() {
        app = TestApp.start();
        var answer = app.visitor().get("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(answer.body()).doesNotContain("<script>").doesNotContain(" style=");
    }

    @Test
    void a_name_cannot_bring_a_script() {
        app = TestApp.start();
        var ona = app.browser(World.ONA);
        ona.post("/projects", "name=" + Browser.encode("<script>alert(1)</script>"));
        assertThat(ona.get("/").body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }
}
