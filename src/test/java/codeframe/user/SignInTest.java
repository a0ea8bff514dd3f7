package codeframe.user;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Api;
import codeframe.testing.Browser;
import codeframe.testing.MovedClock;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who guesses passwords waits; who owns the account does not. Sessions and tokens end when they should. */
class SignInTest {
    private static final String RIGHT = Browser.encode(World.PASSWORD);
    private static final String OTHER = "another long sentence";

    private final MovedClock clock = new MovedClock();
    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.empty(Map.of(), clock);
        World.populate(app.jdbi());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void of_many_guesses_at_the_same_time_few_are_looked_at() throws InterruptedException {
        var browser = app.visitor();
        browser.get("/sign-in");
        var pool = Executors.newFixedThreadPool(10);
        try {
            var statuses = pool
                    .invokeAll(IntStream.range(0, 40)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> guess(browser, World.VIC))
                            .toList())
                    .stream()
                    .map(SignInTest::got)
                    .toList();
            assertThat(statuses.stream().filter(status -> status == 422)).hasSize(6);
            assertThat(statuses.stream().filter(status -> status == 429)).hasSize(34);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void the_right_password_too_early_is_answered_like_a_wrong_one_and_costs_nothing() {
        var browser = app.visitor();
        browser.get("/sign-in");
        guesses(browser, World.VIC, 6);
        var wrong = browser.post("/sign-in", "email=vic@example.org&password=wrong");
        var right = browser.post("/sign-in", "email=vic@example.org&password=" + RIGHT);
        assertThat(right.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(429);
        assertThat(right.body())
                .contains("Too many wrong passwords. Try again in 1 second; this password was not looked at.")
                .contains("vic@example.org");
        assertThat(right.headers().firstValue("Retry-After")).contains("1");
        clock.move(Duration.ofSeconds(1));
        assertThat(browser.post("/sign-in", "email=vic@example.org&password=" + RIGHT)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_stranger_cannot_keep_the_owner_out_of_a_browser_that_signed_in_before() {
        var owner = app.browser(World.VIC);
        owner.post("/sign-out", "");
        var stranger = app.visitor();
        stranger.get("/sign-in");
        guesses(stranger, World.VIC, 6);
        assertThat(guess(stranger, World.VIC)).isEqualTo(429);
        owner.get("/sign-in");
        assertThat(guess(owner, World.VIC)).isEqualTo(422);
        assertThat(enter(owner, World.VIC, World.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(guess(stranger, World.VIC)).isEqualTo(429);
    }

    @Test
    void a_browser_that_signed_in_before_is_delayed_by_its_own_guesses() {
        var browser = app.browser(World.VIC);
        browser.post("/sign-out", "");
        browser.get("/sign-in");
        guesses(browser, World.VIC, 6);
        assertThat(guess(browser, World.VIC)).isEqualTo(429);
    }

    @Test
    void having_signed_in_as_oneself_gives_no_count_of_its_own_for_another_account() {
        var oz = app.browser(World.OZ);
        oz.post("/sign-out", "");
        oz.get("/sign-in");
        guesses(oz, World.VIC, 6);
        var stranger = app.visitor();
        stranger.get("/sign-in");
        assertThat(guess(stranger, World.VIC)).isEqualTo(429);
    }

    @Test
    void guesses_at_the_present_password_are_counted_too() {
        var vic = app.browser(World.VIC);
        for (int i = 0; i < 6; i++) {
            assertThat(change(vic, "wrong", OTHER).statusCode()).isEqualTo(422);
        }
        assertThat(change(vic, World.PASSWORD, OTHER).statusCode()).isEqualTo(429);
    }

    @Test
    void the_browsers_cookie_is_out_of_reach_of_scripts_and_opens_nothing() {
        var browser = app.visitor();
        browser.get("/sign-in");
        var answer = enter(browser, World.VIC, World.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("codeframe_browser=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(status("/account", "codeframe_browser=" + browser.cookie("codeframe_browser")))
                .isEqualTo(302);
        assertThat(status("/account", "codeframe=" + browser.cookie("codeframe")))
                .isEqualTo(200);
    }

    @Test
    void a_session_that_was_planted_before_signing_in_is_worth_nothing_after_it() {
        var victim = app.visitor();
        victim.get("/sign-in");
        var planted = victim.cookie("codeframe");
        assertThat(enter(victim, World.VIC, World.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(victim.cookie("codeframe")).isNotEqualTo(planted);
        assertThat(status("/account", "codeframe=" + planted)).isEqualTo(302);
        assertThat(victim.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_every_other_session_and_every_token() {
        var here = app.browser(World.VIC);
        var there = app.browser(World.VIC);
        var api = app.api(World.VIC);
        assertThat(change(here, World.PASSWORD, OTHER).statusCode()).isEqualTo(302);
        assertThat(here.get("/account").body())
                .contains("Your password is changed; you stay signed in here, and 1 session and 1 API token ended.")
                .contains("changed the password; 1 session and 1 API token ended");
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(api.get("/api/v1/projects").statusCode()).isEqualTo(401);
        assertThat(app.browser(World.ONA).get("/account").statusCode()).isEqualTo(200);
        var again = app.visitor();
        again.get("/sign-in");
        assertThat(guess(again, World.VIC)).isEqualTo(422);
        assertThat(enter(again, World.VIC, OTHER).statusCode()).isEqualTo(302);
    }

    @Test
    void a_token_ends_after_its_days_and_says_so() {
        var ona = app.browser(World.ONA);
        var short_ = token(ona.post("/account/tokens", "name=R&ends=30").body());
        var long_ = token(ona.post("/account/tokens", "name=Server&ends=never").body());
        clock.move(Duration.ofDays(29));
        assertThat(short_.get("/api/v1/projects").statusCode()).isEqualTo(200);
        clock.move(Duration.ofDays(1));
        var refused = short_.get("/api/v1/projects");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("This API token ended on ").contains("Make a new one on your account page");
        assertThat(long_.get("/api/v1/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void making_and_deleting_a_token_stand_in_the_trail() {
        var vic = app.browser(World.VIC);
        vic.post("/account/tokens", "name=Laptop&ends=90");
        long id = app.jdbi()
                .withHandle(handle -> handle.createQuery("select id from api_token where name = 'Laptop'")
                        .mapTo(Long.class)
                        .one());
        vic.post("/account/tokens/" + id + "/delete", "");
        assertThat(vic.get("/account").body())
                .contains("made the API token \"Laptop\", which ends after 90 days")
                .contains("deleted the API token \"Laptop\"");
        assertThat(app.browser(World.CLEO).get("/account").body()).doesNotContain("Laptop");
    }

    @Test
    void a_token_says_when_it_ends() {
        var vic = app.browser(World.VIC);
        var answer = vic.post("/account/tokens", "name=R&ends=1000");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Say when the token ends");
    }

    @Test
    void a_token_makes_no_token() {
        var answer = app.api(World.ONA)
                .post("/account/tokens", "application/x-www-form-urlencoded", "name=Longer&ends=never");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("An account is changed in the browser, not with an API token.");
    }

    @Test
    void a_disabled_account_opens_by_nothing_and_is_refused_like_a_wrong_password() {
        var vic = app.browser(World.VIC);
        app.jdbi().useHandle(handle -> handle.execute("update app_user set disabled_at = now() where name = 'Vic'"));
        assertThat(vic.get("/account").statusCode()).isEqualTo(302);
        assertThat(app.api(World.VIC).get("/api/v1/projects").statusCode()).isEqualTo(401);
        var visitor = app.visitor();
        visitor.get("/sign-in");
        var wrong = enter(visitor, World.VIC, "wrong");
        for (int i = 1; i < 6; i++) {
            var right = enter(visitor, World.VIC, World.PASSWORD);
            assertThat(right.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
            assertThat(right.body()).isEqualTo(wrong.body());
        }
        assertThat(enter(visitor, World.VIC, World.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void who_signs_in_at_the_moment_of_being_disabled_is_not_in_afterwards() throws Exception {
        long vic = World.id(app.jdbi(), World.VIC);
        var sessions = app.jdbi().onDemand(Sessions.class);
        var pool = Executors.newSingleThreadExecutor();
        try {
            var entered = app.jdbi().inTransaction(handle -> {
                handle.execute("update app_user set disabled_at = now() where id = ?", vic);
                var started = pool.submit(() -> sessions.start(new byte[] {1}, vic, clock.instant(), "", ""));
                while (!started.isDone() && !somebodyWaits(handle)) {
                    Thread.onSpinWait();
                }
                return started;
            });
            assertThat(entered.get()).isZero();
        } finally {
            pool.shutdown();
        }
    }

    private static boolean somebodyWaits(Handle handle) {
        return handle.createQuery("select exists (select 1 from pg_locks where not granted)")
                .mapTo(Boolean.class)
                .one();
    }

    @Test
    void an_address_of_eight_thousand_characters_is_a_form_mistake() {
        var visitor = app.visitor();
        visitor.get("/sign-in");
        // Random: what repeats itself is compressed and fits into an index after all.
        var long_ = new java.util.Random(1)
                .ints(8_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var answer = visitor.post("/sign-in", "email=" + long_ + "@example.org&password=wrong");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("An e-mail address has at most 200 characters.")
                .doesNotContain(long_);
    }

    private Api token(String page) {
        var shown = Pattern.compile("id=\"new-token\">([\\w-]+)<").matcher(page);
        assertThat(shown.find()).isTrue();
        return new Api(app.url(), shown.group(1));
    }

    private int status(String path, String cookie) {
        var bare = app.visitor();
        return bare.send(HttpRequest.newBuilder(bare.uri(path)).header("Cookie", cookie))
                .statusCode();
    }

    private static HttpResponse<String> change(Browser browser, String old, String password) {
        return browser.post(
                "/account/password", "old=" + Browser.encode(old) + "&password=" + Browser.encode(password));
    }

    private static HttpResponse<String> enter(Browser browser, String email, String password) {
        return browser.post("/sign-in", "email=" + email + "&password=" + Browser.encode(password));
    }

    private static void guesses(Browser browser, String email, int times) {
        var all = IntStream.range(0, times)
                .map(i -> guess(browser, email))
                .boxed()
                .toList();
        assertThat(all).isEqualTo(List.of(422, 422, 422, 422, 422, 422));
    }

    private static int guess(Browser browser, String email) {
        return enter(browser, email, "wrong").statusCode();
    }

    private static int got(java.util.concurrent.Future<Integer> status) {
        try {
            return status.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
