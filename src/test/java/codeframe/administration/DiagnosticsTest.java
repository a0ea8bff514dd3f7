package codeframe.administration;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.App;
import codeframe.Config;
import codeframe.Setting;
import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file for whoever is asked for help tells how the installation does and no secret of it. */
class DiagnosticsTest {
    private static final Map<Setting, String> PLAIN = Map.of(
            Setting.CODEFRAME_PORT, "0",
            Setting.CODEFRAME_TRUST_PROXY, "1",
            Setting.CODEFRAME_DEMO, "false",
            Setting.CODEFRAME_WORKERS, "1",
            Setting.CODEFRAME_MAX_UPLOAD_MB, "77",
            Setting.CODEFRAME_MAX_MEGAPIXELS, "99",
            Setting.CODEFRAME_MAX_VIDEO_MB, "55",
            Setting.CODEFRAME_VIDEO_MINUTES, "3",
            Setting.CODEFRAME_LLM_IN_FLIGHT, "5",
            Setting.CODEFRAME_DEV, "true");

    @TempDir
    private Path folder;

    @Test
    void it_tells_versions_room_nodes_and_settings() {
        try (var app = TestApp.start(Map.of("CODEFRAME_MAX_UPLOAD_MB", "77"))) {
            World.furnish(app.jdbi());
            var answer = app.browser(World.ONA).get("/administration/diagnostics.json");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("codeframe-diagnostics.json");
            var all = new Json(answer.body()).tree();
            assertThat(all.at("/program").asText()).isEqualTo("development");
            assertThat(all.at("/machine/java").asText()).isEqualTo(System.getProperty("java.version"));
            assertThat(all.at("/machine/disk/free").asLong()).isPositive();
            assertThat(all.at("/database/bytes").asLong()).isPositive();
            assertThat(all.at("/nodes").size()).isEqualTo(1);
            assertThat(all.at("/projects/0/images").asLong()).isEqualTo(1);
            assertThat(all.at("/settings/CODEFRAME_MAX_UPLOAD_MB").asText()).isEqualTo("77");
            assertThat(all.at("/settings/CODEFRAME_MAX_MEGAPIXELS").asText()).isEqualTo("default");
            assertThat(all.at("/settings/CODEFRAME_DATA").asText()).isEqualTo("set");
            assertThat(answer.body()).doesNotContain("@example.org", "First study", "Ona");
        }
    }

    @Test
    void every_setting_is_told_and_a_secret_planted_in_it_is_not() {
        var shown =
                Config.from(planted("http://planted-host.example/planted-path")).shown();
        assertThat(shown)
                .containsOnlyKeys(
                        List.of(Setting.values()).stream().map(Setting::name).toList());
        assertThat(shown.toString()).doesNotContain("planted");
    }

    @Test
    void secrets_of_settings_and_servers_are_left_out_wherever_they_turn_up() {
        // The cookie of an https address would not come back to this browser.
        var settings = planted("http://planted-host.example/planted-path");
        settings.put("CODEFRAME_HOST", "127.0.0.1");
        try (var app = TestApp.empty(settings, Clock.systemUTC())) {
            World.populate(app.jdbi());
            plant(app);
            var all = app.browser(World.ONA)
                    .get("/administration/diagnostics.json")
                    .body();
            assertThat(all).contains("The model says no", "\"failures\"", Redaction.INSTEAD);
            assertThat(all).doesNotContain("planted").doesNotContain("@example.org");
        }
    }

    /** Each place where an error text is kept repeats every secret. */
    private static void plant(TestApp app) {
        var ona = app.browser(World.ONA);
        ona.post(
                "/projects/1/llm/servers",
                "name=Eye&in_flight=8&base_url=" + Browser.encode("http://localhost:9/v1") + "&key=planted-llm.key");
        World.furnish(app.jdbi());
        var text = "The model says no: planted-llm.key planted-password planted-token-of-thirty-two-characters"
                + " planted-secret-key-of-thirty-two-characters postgresql://someone:planted-database-password@db/x"
                + " https://api.example/v1?key=planted-query Bearer planted-bearer from planted@example.org";
        app.jdbi().useHandle(handle -> {
            handle.execute("update run set state = 'failed', failure = ?", text);
            handle.execute("insert into import (project_id, state, failure) values (1, 'failed', ?)", text);
            handle.execute(
                    "insert into job_failure (task, instance, node, at, reason) values ('import', '1', 'n', now(), ?)",
                    text);
            handle.execute("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                    values ('import', '1', now() + interval '1 day', false, 3, 1)
                    """);
        });
    }

    private Map<String, String> planted(String url) {
        var settings = new HashMap<String, String>();
        for (var setting : Setting.values()) {
            settings.put(setting.name(), PLAIN.getOrDefault(setting, "planted"));
        }
        settings.put("CODEFRAME_URL", url);
        settings.put("CODEFRAME_HUB", "https://planted-user:planted-hub@hub.example?key=planted-hub");
        settings.put("CODEFRAME_DATA", folder.resolve("planted-data").toString());
        settings.put("CODEFRAME_MODELS", folder.resolve("planted-models").toString());
        settings.put("CODEFRAME_ADMIN_EMAIL", "planted@example.org");
        settings.put("CODEFRAME_ADMIN_PASSWORD", "planted-password");
        settings.put("CODEFRAME_ADMIN_TOKEN", "planted-token-of-thirty-two-characters");
        settings.put("CODEFRAME_SECRET_KEY", "planted-secret-key-of-thirty-two-characters");
        settings.put("DATABASE_URL", "postgresql://someone:planted-database-password@planted-host/planted");
        return settings;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect API key provided: sk-secret123. You can find your key at",
                "{\"error\": \"invalid api_key\", \"key\": \"secret123\"}",
                "Authorization: Bearer secret123",
                "password=secret123 for user",
                "connection to postgresql://ada:secret123@db.example.org/codeframe refused",
                "GET https://hub.example.org/model?token=secret123&x=1 failed",
                "hf_secret123 is no valid token",
                "token secret123secret123secret123secret123 has expired",
                "{\\\"api_key\\\":\\\"secret123\\\"} was refused",
                "org.postgresql.util.PSQLException: jdbc:postgresql://db:5432/x?user=ada&password=secret123&ssl=true",
                "jdbc:postgresql://ada:p/w@:secret123@db/x",
                "PGPASSWORD='secret123' DB_PASSWORD=\"and secret123\"",
                "x-api-key: secret123",
                "access_token=secret123&client_secret=secret123",
                "https://codeframe.example/cb#access_token=secret123",
                "Proxy-Authorization: Basic secret123==",
                "Set-Cookie: codeframe=secret123; Path=/",
                "the token secret123 is unknown",
                "AIzasecret123 is not valid",
                "eyJhbGciOi.eyJsecret123.sig-secret123",
                "refused aSecret1secret123 by the server",
                "duplicate key value: Key (email, name)=(x, secret123) already exists.",
                "mail to secret123@example.org failed",
            })
    void what_looks_like_a_secret_in_the_words_of_others_is_left_out(String text) {
        assertThat(new Redaction(List.of()).foreign(text)).doesNotContain("secret123");
    }

    @Test
    void a_known_secret_is_left_out_however_it_is_spelt() {
        var redaction = new Redaction(List.of("p\"w/ö ß", "%40geheim"));
        assertThat(redaction.foreign("a p\"w/ö ß b"))
                .isEqualTo(redaction.foreign("a p%22w%2F%C3%B6+%C3%9F b"))
                .isEqualTo(redaction.foreign("a p%22w%2F%C3%B6%20%C3%9F b"))
                .isEqualTo(redaction.foreign("a @geheim b"))
                .isEqualTo("a " + Redaction.INSTEAD + " b");
    }

    @Test
    void a_secret_of_digits_or_quotation_marks_leaves_the_file_readable() {
        var redaction = new Redaction(List.of("1234", "say \"no\"", "name"));
        var tree = new Json("{\"name\": \"a 1234 b\", \"bytes\": 12345, \"all\": [\"say \\\"no\\\"\", null, true]}")
                .tree();
        assertThat(redaction.known(tree).toString())
                .isEqualTo("{\"name\":\"a " + Redaction.INSTEAD + " b\",\"bytes\":12345,\"all\":[\"" + Redaction.INSTEAD
                        + "\",null,true]}");
    }

    @Test
    void one_secret_that_begins_like_another_leaves_no_rest_of_it() {
        var redaction = new Redaction(List.of("abcd", "abcd-efgh"));
        assertThat(redaction.foreign("no abcd-efgh here")).isEqualTo("no " + Redaction.INSTEAD + " here");
    }

    @Test
    void ordinary_sentences_stay_as_they_are() {
        var sentence =
                "The server has no key, or refuses the token of this project: 401 after 12 images (java.io.IOException).";
        assertThat(new Redaction(List.of()).foreign(sentence)).isEqualTo(sentence);
    }

    @Test
    void the_password_with_which_the_database_was_opened_is_left_out() {
        // As for the embedded database: it stands in no setting.
        var url = TestDb.freshUrl().replaceFirst(".*//([^?]*).*", "postgresql://postgres:planted%2Fpw@$1");
        var settings = Map.of(
                "CODEFRAME_PORT",
                "0",
                "CODEFRAME_DEMO",
                "false",
                "CODEFRAME_WORKERS",
                "0",
                "CODEFRAME_DATA",
                folder + "");
        try (var database = Database.open(url, 12);
                var app = App.start(Config.from(settings), database, Clock.systemUTC())) {
            World.populate(database.jdbi());
            database.jdbi().useHandle(handle -> handle.execute("""
                    insert into job_failure (task, instance, node, at, reason)
                    values ('import', '1', 'n', now(), 'refused planted/pw here')
                    """));
            var ona = new Browser("http://127.0.0.1:" + app.port());
            ona.signIn(World.ONA);
            assertThat(ona.get("/administration/diagnostics.json").body())
                    .contains("refused " + Redaction.INSTEAD + " here");
        }
    }

    @Test
    void a_database_of_the_settings_is_named_by_no_part_of_its_password() {
        var config = Config.from(Map.of("DATABASE_URL", "jdbc:postgresql://db/x?user=a&password=planted1"));
        assertThat(config.secrets()).contains("planted1");
        assertThat(Config.from(Map.of("DATABASE_URL", TestDb.emptyUrl())).secrets())
                .isNotEmpty();
    }
}
