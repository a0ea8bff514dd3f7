package codeframe.user;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.MovedClock;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who forgot a password gets in again, and nobody gets into more than they had. */
class ResetTest {
    private static final String NEW = "another long sentence";
    private static final long FIRST = 1;
    private static final long SECOND = 2;

    private final MovedClock clock = new MovedClock();
    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.empty(Map.of(), clock);
        World.populate(app.jdbi());
        World.join(app.jdbi(), World.PAT, "Pat", SECOND);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_link_sets_a_new_password_once_and_ends_what_the_old_one_opened() {
        var there = app.browser(World.PAT);
        var link = link(app.browser(World.OZ), SECOND, World.PAT);
        var pat = app.visitor();
        assertThat(pat.get(link).body()).contains("Choose a new password").contains(World.PAT);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        assertThat(choose(pat, link, NEW)).isEqualTo(302);
        assertThat(pat.get("/account").body())
                .contains("chose a new password by a reset link; 1 session and 1 API token ended")
                .contains("made a link that resets the password");
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(app.api(World.PAT).get("/api/v1/projects").statusCode()).isEqualTo(401);
        assertThat(app.visitor().get(link).statusCode()).isEqualTo(404);
        var late = app.visitor();
        late.get("/sign-in");
        assertThat(choose(late, link, "yet another sentence")).isEqualTo(404);
        assertThat(enter(World.PASSWORD)).isEqualTo(422);
        assertThat(enter(NEW)).isEqualTo(302);
    }

    @Test
    void of_two_who_use_a_link_at_the_same_moment_one_is_late() {
        var links = app.jdbi().onDemand(ResetLinks.class);
        long pat = World.id(app.jdbi(), World.PAT);
        links.put(pat, new byte[] {1}, null, clock.instant().plusSeconds(1));
        assertThat(links.use(new byte[] {1}, pat, "one")).isPresent();
        assertThat(links.use(new byte[] {1}, pat, "two")).isEmpty();
        assertThat(app.jdbi().onDemand(Users.class).passwordHash(pat)).isEqualTo("one");
    }

    @Test
    void a_password_that_is_too_short_does_not_use_the_link_up() {
        var link = link(app.browser(World.OZ), SECOND, World.PAT);
        var pat = app.visitor();
        pat.get(link);
        assertThat(choose(pat, link, "short")).isEqualTo(422);
        assertThat(choose(pat, link, NEW)).isEqualTo(302);
    }

    @Test
    void a_link_ends_after_a_day_and_with_the_next_link_and_with_the_old_password() {
        var oz = app.browser(World.OZ);
        var first = link(oz, SECOND, World.PAT);
        var second = link(oz, SECOND, World.PAT);
        assertThat(opens(first)).isFalse();
        clock.move(Duration.ofHours(23));
        assertThat(opens(second)).isTrue();
        clock.move(Duration.ofHours(1));
        assertThat(opens(second)).isFalse();
        var third = link(oz, SECOND, World.PAT);
        var pat = app.browser(World.PAT);
        pat.post("/account/password", "old=" + Browser.encode(World.PASSWORD) + "&password=" + Browser.encode(NEW));
        assertThat(opens(third)).isFalse();
    }

    @Test
    void the_database_knows_a_link_by_its_hash_alone() {
        var token = link(app.browser(World.OZ), SECOND, World.PAT).replace("/reset/", "");
        var kept = app.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select r::text || e::text from reset_link r, account_event e where e.user_id = r.user_id")
                        .mapTo(String.class)
                        .one());
        assertThat(kept).doesNotContain(token);
    }

    @Test
    void an_owner_cannot_open_an_account_that_has_a_project_the_owner_does_not_own() {
        member(World.CLEO, SECOND, "coder");
        refused(World.OZ, SECOND, World.CLEO);
        // Not even as a coder of it: there Cleo codes as nobody but herself.
        member(World.OZ, FIRST, "coder");
        refused(World.OZ, SECOND, World.CLEO);
        member(World.OZ, FIRST, "owner");
        assertThat(opens(link(app.browser(World.OZ), SECOND, World.CLEO))).isTrue();
    }

    @Test
    void an_owner_cannot_open_an_administrators_account_nor_the_own() {
        member(World.OZ, FIRST, "owner");
        refused(World.OZ, FIRST, World.ONA);
        refused(World.OZ, FIRST, World.OZ);
    }

    @Test
    void whoever_is_not_in_the_project_is_not_reached_through_it() {
        var oz = app.browser(World.OZ);
        var path = "/projects/2/team/" + World.id(app.jdbi(), World.VIC) + "/reset-link";
        assertThat(oz.get(path).statusCode()).isEqualTo(404);
        assertThat(oz.post(path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_is_worth_nothing_once_its_maker_could_no_longer_make_it() {
        var link = link(app.browser(World.OZ), SECOND, World.PAT);
        member(World.PAT, FIRST, "viewer");
        assertThat(opens(link)).isFalse();
        execute("delete from member where project_id = 1 and user_id = " + World.id(app.jdbi(), World.PAT));
        assertThat(opens(link)).isTrue();
        member(World.OZ, SECOND, "coder");
        assertThat(opens(link)).isFalse();
    }

    @Test
    void a_link_to_a_disabled_account_opens_nothing() {
        var link = link(app.browser(World.OZ), SECOND, World.PAT);
        execute("update app_user set disabled_at = now() where name = 'Pat'");
        assertThat(opens(link)).isFalse();
    }

    @Test
    void a_token_makes_no_link() {
        var answer = app.api(World.OZ).post(path(SECOND, World.PAT), "application/x-www-form-urlencoded", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Accounts are changed in the browser, not with an API token.");
    }

    private void refused(String owner, long project, String member) {
        var browser = app.browser(owner);
        var page = browser.get(path(project, member));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("ask an administrator").doesNotContain("Make the link");
        assertThat(browser.post(path(project, member), "").statusCode()).isEqualTo(403);
        List<String> links = app.jdbi()
                .withHandle(handle -> handle.createQuery("select r::text from reset_link r")
                        .mapTo(String.class)
                        .list());
        assertThat(links).isEmpty();
    }

    /** The path of a link that somebody makes. */
    private String link(Browser maker, long project, String member) {
        assertThat(maker.get(path(project, member)).body()).contains("Make the link");
        var page = maker.post(path(project, member), "").body();
        var shown = Pattern.compile("id=\"reset-link\">[^<]+(/reset/[\\w-]+)<").matcher(page);
        assertThat(shown.find()).as(page).isTrue();
        return shown.group(1);
    }

    private String path(long project, String member) {
        return "/projects/" + project + "/team/" + World.id(app.jdbi(), member) + "/reset-link";
    }

    private boolean opens(String link) {
        return app.visitor().get(link).statusCode() == 200;
    }

    private static int choose(Browser browser, String link, String password) {
        return browser.post(link, "password=" + Browser.encode(password)).statusCode();
    }

    private int enter(String password) {
        var browser = app.visitor();
        browser.get("/sign-in");
        return browser.post("/sign-in", "email=" + World.PAT + "&password=" + Browser.encode(password))
                .statusCode();
    }

    private void member(String email, long project, String role) {
        execute("insert into member (project_id, user_id, role) values (" + project + ", "
                + World.id(app.jdbi(), email) + ", '" + role
                + "') on conflict (project_id, user_id) do update set role = excluded.role");
    }

    private void execute(String sql) {
        app.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
