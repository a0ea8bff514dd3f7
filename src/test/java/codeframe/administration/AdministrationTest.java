package codeframe.administration;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators see and do, and that nobody else does. */
class AdministrationTest {
    private static final List<String> PAGES = List.of("", "/projects", "/system", "/jobs", "/llm-servers", "/history");

    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "0"));
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void for_everybody_else_there_is_no_such_page() {
        var oz = app.browser(World.OZ);
        for (var page : PAGES) {
            assertThat(ona.get("/administration" + page).statusCode()).as(page).isEqualTo(200);
            assertThat(oz.get("/administration" + page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(oz.get("/administration/diagnostics.json").statusCode()).isEqualTo(404);
        assertThat(oz.post(account(World.OZ) + "/administrator", "make=true").statusCode())
                .isEqualTo(404);
        assertThat(oz.get("/account").body()).doesNotContain("/administration");
        assertThat(ona.get("/account").body()).contains("href=\"/administration\"");
    }

    @Test
    void a_token_is_no_key_to_it() {
        var answer = app.api(World.ONA).get("/administration/diagnostics.json");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Accounts are changed in the browser, not with an API token.");
    }

    @Test
    void a_disabled_account_is_shut_at_once_and_opens_again_with_its_password() {
        var vic = app.browser(World.VIC);
        assertThat(ona.post(account(World.VIC) + "/disable", "").statusCode()).isEqualTo(303);
        assertThat(vic.get("/account").statusCode()).isEqualTo(302);
        assertThat(app.api(World.VIC).get("/api/v1/projects").statusCode()).isEqualTo(401);
        assertThat(ona.get("/administration").body()).contains("disabled</span>");
        assertThat(ona.post(account(World.VIC) + "/enable", "").statusCode()).isEqualTo(303);
        assertThat(vic.get("/account").statusCode()).as("the session is over").isEqualTo(302);
        assertThat(app.browser(World.VIC).get("/account").statusCode()).isEqualTo(200);
        assertThat(app.api(World.VIC).get("/api/v1/projects").statusCode())
                .as("the token is gone")
                .isEqualTo(401);
        assertThat(ona.get("/administration/history").body())
                .contains("disabled the account; 1 session and 1 API token ended", "enabled the account");
    }

    @Test
    void it_is_told_when_a_project_is_left_without_an_owner() {
        ona.post(account(World.OZ) + "/disable", "");
        assertThat(ona.get("/administration").body()).contains("1 project has no other owner who can sign in.");
    }

    @Test
    void administration_is_given_and_taken() {
        assertThat(ona.post(account(World.OZ) + "/administrator", "make=true").statusCode())
                .isEqualTo(303);
        var oz = app.browser(World.OZ);
        assertThat(oz.get("/administration").statusCode()).isEqualTo(200);
        assertThat(oz.post(account(World.ONA) + "/administrator", "make=false").statusCode())
                .isEqualTo(303);
        assertThat(ona.get("/administration").statusCode()).isEqualTo(404);
        assertThat(oz.get("/administration/history").body())
                .contains("made the account an administrator", "took administration from the account");
    }

    @Test
    void the_last_administrator_stays() {
        var answer = ona.post(account(World.ONA) + "/administrator", "make=false");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The installation needs an administrator.");
        assertThat(ona.post(account(World.ONA) + "/disable", "").statusCode()).isEqualTo(422);
        execute("update app_user set admin = true, disabled_at = now() where name = 'Oz'");
        assertThat(ona.post(account(World.ONA) + "/administrator", "make=false").statusCode())
                .as("one who is disabled does not count")
                .isEqualTo(422);
    }

    @Test
    void of_two_administrators_who_leave_at_the_same_moment_one_stays() throws InterruptedException {
        execute("update app_user set admin = true where name = 'Oz'");
        var accounts = app.jdbi().onDemand(Accounts.class);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                var left = pool.invokeAll(List.<Callable<Boolean>>of(
                        () -> accounts.makeAdministrator(id(World.ONA), false),
                        () -> accounts.disable(id(World.OZ), Instant.now()).isPresent()));
                assertThat(left.stream().filter(AdministrationTest::got)).hasSize(1);
                execute("update app_user set admin = true, disabled_at = null where name in ('Ona', 'Oz')");
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void an_administrator_makes_a_reset_link_for_anybody_but_themselves() {
        var page = ona.post(account(World.OZ) + "/reset-link", "");
        assertThat(page.body()).contains("/reset/", "Send this link to Oz");
        assertThat(ona.post(account(World.ONA) + "/reset-link", "").statusCode())
                .isEqualTo(403);
        assertThat(ona.get(account(World.ONA) + "/reset-link").body()).doesNotContain("Make the link");
    }

    @Test
    void accounts_are_found_by_name_or_address() {
        assertThat(ona.get("/administration?search=CLEO").body())
                .contains("cleo@example.org", "1 account with “CLEO”")
                .doesNotContain("vic@example.org");
    }

    @Test
    void projects_are_told_with_their_people_and_the_size_of_their_images() {
        World.furnish(app.jdbi());
        execute("update blob set size = 1234567");
        assertThat(ona.get("/administration/projects").body().replaceAll("\\s+", " "))
                .containsSubsequence("First study", "Ona", "3</td>", "1</td>", "1.2 MB</td>")
                .containsSubsequence("Other study", "Oz", "0 B</td>");
    }

    @Test
    void the_system_is_told_with_its_versions_and_its_room() {
        var page = ona.get("/administration/system").body();
        assertThat(page)
                .contains("development", System.getProperty("java.version"), "Free disk", "max_connections")
                .containsPattern("<dt>PostgreSQL</dt><dd>1[5-9]\\.\\d+")
                .containsPattern("<dt>Schema of the database</dt><dd>\\d{3}, after \\d+ migrations");
    }

    @Test
    void nodes_work_and_failures_are_told_with_their_reason() {
        World.furnish(app.jdbi());
        String node = app.jdbi()
                .withHandle(handle -> handle.createQuery("select name from node")
                        .mapTo(String.class)
                        .one());
        execute("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
                                             consecutive_failures, version)
                values ('run', '1.1.3', now(), true, '%1$s', now(), 0, 1), ('import', '1', now(), false, null, null, 2, 1),
                       ('ocr', '77', now(), true, '%1$s', now(), 0, 1)
                """.formatted(node));
        execute("""
                insert into feature_source (id, project_id, name, version, origin, language, file, report, state, failure)
                overriding system value
                values (77, 1, 'Read', 1, 'ocr', 'simple', '', '{}', 'failed', 'No <room> for text')
                """);
        execute(
                "insert into job_failure (task, instance, node, at, reason) values ('import', '1', 'n', now(), 'No <room>')");
        execute("update run set state = 'failed', failure = 'The model is gone'");
        assertThat(JobTitle.of("vision-ledger", "")).startsWith("Requests to Google Cloud Vision");
        var page = ona.get("/administration/jobs").body().replaceAll("\\s+", " ");
        assertThat(page)
                .containsSubsequence("Nodes and what they work on", node, "Run 1, lane 3", "of First study")
                .containsSubsequence("Nodes and what they work on", "Text in images, source 77", "of First study")
                .containsSubsequence(
                        "features that failed", "Features, source 77", "First study", "No &lt;room&gt; for text")
                .containsSubsequence("Failing, and tried again", "Import 1", "First study", "2</td>", "No &lt;room")
                .containsSubsequence(
                        "Imports, runs and features that failed", "Run 1", "First study", "The model is gone");
    }

    private String account(String email) {
        return "/administration/accounts/" + id(email);
    }

    private long id(String email) {
        return World.id(app.jdbi(), email);
    }

    private void execute(String sql) {
        app.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private static boolean got(java.util.concurrent.Future<Boolean> left) {
        try {
            return left.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
