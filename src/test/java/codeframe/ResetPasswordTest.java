package codeframe;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.Program;
import codeframe.testing.TestDb;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last administrator forgot the password: the computer itself makes the link, as a process beside the program or alone. */
class ResetPasswordTest {
    private static final Pattern LINK = Pattern.compile("/reset/[\\w-]{43}");

    @TempDir
    private Path data;

    @Test
    void the_embedded_database_is_reached_while_the_program_is_running_and_while_it_is_stopped() {
        try (var program = Program.start(settings())) {
            var address = program.address();
            var link = link(settings());
            assertThat(choose(address, link, "the second password")).isEqualTo(302);
            assertThat(choose(address, link, "a third one, too late")).isEqualTo(404);
            program.stop();
        }
        var link = link(settings());
        try (var program = Program.start(settings())) {
            assertThat(choose(program.address(), link, "the fourth password")).isEqualTo(302);
        }
    }

    @Test
    void a_database_of_ones_own_is_reached_by_its_address() {
        var settings = new HashMap<>(settings());
        settings.put("DATABASE_URL", TestDb.freshUrl());
        try (var program = Program.start(settings)) {
            var address = program.address();
            assertThat(choose(address, link(settings), "the second password")).isEqualTo(302);
        }
    }

    @Test
    void what_is_not_there_is_told_in_one_sentence() {
        refused("There is no Codeframe in the data directory", settings(), "reset-password", "ada@example.org");
        var settings = new HashMap<>(settings());
        settings.put("DATABASE_URL", TestDb.freshUrl());
        refused(
                "There is no account with the e-mail address nobody@example.org.",
                settings,
                "reset-password",
                "nobody@example.org");
        refused("Start Codeframe without any word behind its name", settings, "reset-passwort", "ada@example.org");
    }

    private static void refused(String sentence, Map<String, String> settings, String... arguments) {
        try (var program = Program.start(settings, arguments)) {
            assertThat(program.waitForEnd()).isEqualTo(2);
            assertThat(program.output()).contains(sentence).doesNotContain("Exception");
        }
    }

    private static String link(Map<String, String> settings) {
        try (var program = Program.start(settings, "reset-password", "Ada@example.org")) {
            assertThat(program.waitForEnd()).as(program.output()).isZero();
            return program.await(LINK).group();
        }
    }

    private static int choose(String address, String link, String password) {
        var browser = new Browser(address);
        browser.get("/sign-in");
        return browser.post(link, "password=" + Browser.encode(password)).statusCode();
    }

    private Map<String, String> settings() {
        return Map.of(
                "CODEFRAME_DATA",
                data.toString(),
                "CODEFRAME_ADMIN_EMAIL",
                "ada@example.org",
                "CODEFRAME_ADMIN_PASSWORD",
                "a long password");
    }
}
