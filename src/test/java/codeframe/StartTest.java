package codeframe;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Api;
import codeframe.testing.Program;
import codeframe.testing.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and being killed, as processes. */
class StartTest {
    private static final String TOKEN = "a-token-of-at-least-thirty-two-characters";

    @TempDir
    private Path data;

    @Test
    void after_a_kill_the_next_start_works_at_once_with_all_data() throws IOException {
        try (var first = Program.start(settings())) {
            create(first, "Kept");
            assertThat(second().waitForEnd()).isEqualTo(2);
            first.kill();
        }
        var pid = postmaster();
        try (var next = Program.start(settings())) {
            assertThat(names(next)).contains("Kept");
            assertThat(postmaster()).isNotEqualTo(pid);
            assertThat(next.stop()).isIn(0, 143);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_stale_pid_file_does_not_keep_it_from_starting() throws IOException {
        try (var first = Program.start(settings())) {
            create(first, "Kept");
            first.stop();
        }
        // The number of a process that lives but is no PostgreSQL: ours.
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (var next = Program.start(settings())) {
            assertThat(names(next)).contains("Kept");
        }
    }

    @Test
    void two_nodes_on_one_database_migrate_once_and_see_the_same() {
        var settings = new HashMap<>(settings());
        settings.put("DATABASE_URL", TestDb.emptyUrl());
        settings.put("CODEFRAME_DATA", data.resolve("one").toString());
        try (var one = Program.start(settings)) {
            settings.put("CODEFRAME_DATA", data.resolve("two").toString());
            try (var two = Program.start(settings)) {
                create(one, "Shared");
                assertThat(names(two)).contains("Shared");
            }
        }
    }

    @Test
    void a_wrong_setting_is_told_in_one_sentence() {
        var settings = new HashMap<>(settings());
        settings.put("CODEFRAME_PORT", "eighty");
        try (var program = Program.start(settings)) {
            assertThat(program.waitForEnd()).isEqualTo(2);
            assertThat(program.output().strip())
                    .isEqualTo("CODEFRAME_PORT must be a whole number from 0 to 65535, not \"eighty\".");
        }
    }

    @Test
    void a_database_that_allows_too_few_connections_is_told_in_one_sentence() {
        TestDb.execute("create role scarce login connection limit 3");
        var settings = new HashMap<>(settings());
        settings.put("DATABASE_URL", TestDb.emptyUrl().replace("user=postgres", "user=scarce"));
        try (var program = Program.start(settings)) {
            assertThat(program.waitForEnd()).isEqualTo(2);
            assertThat(program.output()
                            .lines()
                            .filter(line -> line.startsWith("The PostgreSQL of DATABASE_URL allows"))
                            .toList())
                    .hasSize(1);
            assertThat(program.output()).doesNotContain("Exception");
        }
    }

    private Program second() {
        var second = Program.start(settings());
        assertThat(second.waitForEnd()).isEqualTo(2);
        assertThat(second.output().strip())
                .startsWith("Codeframe is already running with the data directory")
                .hasLineCount(1);
        return second;
    }

    private Map<String, String> settings() {
        return Map.of(
                "CODEFRAME_DATA",
                data.toString(),
                "CODEFRAME_ADMIN_EMAIL",
                "ada@example.org",
                "CODEFRAME_ADMIN_PASSWORD",
                "a long password",
                "CODEFRAME_ADMIN_TOKEN",
                TOKEN);
    }

    private static void create(Program program, String name) {
        var api = new Api(program.address(), TOKEN);
        assertThat(api.post("/api/v1/projects", "application/json", "{\"name\":\"" + name + "\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private static String names(Program program) {
        return new Api(program.address(), TOKEN).get("/api/v1/projects").body();
    }

    private String postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
    }
}
