package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.intake.Upload;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a script sends, it is answered by problem+json with a sentence, and nothing is passed over. */
class RefusalTest {
    private static final String PROJECTS = "/api/v1/projects";
    private static final String IMPORTS = PROJECTS + "/1/imports";
    private static final String RUNS = PROJECTS + "/1/runs";

    private static TestApp app;
    private static Api ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.api(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = new Json(answer.body()).tree();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        return problem.path("detail").asText();
    }

    private static String refused(String path, String json) {
        return refused(422, ona.post(path, "application/json", json));
    }

    @Test
    void a_body_is_one_json_object_in_which_nothing_is_lost() {
        assertThat(refused(PROJECTS, "{\"name\":\"A\"} and more")).contains("line 1, column");
        assertThat(refused(PROJECTS, "{\"name\":\"A\",\"name\":\"B\"}")).contains("twice");
        assertThat(refused(PROJECTS, "{\"name\":\"A\",\"colour\":\"red\"}")).contains("\"colour\"", "none of name");
        assertThat(refused(PROJECTS, "[".repeat(100_000))).contains("not JSON");
        assertThat(refused(PROJECTS, "{\"name\":\"a\\u0000b\"}")).contains("NUL");
        assertThat(refused(422, ona.post(PROJECTS, "application/json; charset=utf-16", "{")))
                .contains("not JSON");
    }

    @Test
    void a_body_of_json_is_utf_8_whatever_the_header_says() {
        for (var charset : new String[] {"nonsense", "", "iso-8859-1"}) {
            var answer = ona.post(PROJECTS, "application/json; charset=" + charset, "{\"name\":\"Café\"}");
            assertThat(new Json(answer.body()).tree().path("name").asText()).isEqualTo("Café");
        }
    }

    @Test
    void a_form_that_breaks_off_is_refused_in_words() {
        assertThat(refused(422, ona.post(IMPORTS, "multipart/form-data", "x"))).contains("breaks off");
        assertThat(refused(422, ona.post(IMPORTS, "multipart/form-data; boundary=x", "garbage")))
                .contains("breaks off");
        var half = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\nhalf a pic";
        assertThat(refused(422, ona.post(IMPORTS, "multipart/form-data; boundary=x", half)))
                .contains("breaks off");
    }

    @Test
    void options_of_an_import_are_understood_or_refused() {
        for (var options : new String[] {"[]", "5", "null", "{\"profile\":\"4cat\"} x"}) {
            assertThat(optionsRefused(options)).contains("options");
        }
        assertThat(optionsRefused("{\"columns\":\"filename\"}")).contains("not understood");
        assertThat(optionsRefused("{\"columns\":{\"image\":[\"a\"]}}")).contains("not understood");
        assertThat(optionsRefused("{\"columns\":{\"image\":\"a\\u0000\"}}")).contains("NUL");
    }

    private static String optionsRefused(String options) {
        var upload =
                new Upload().file("a.jpg", "x".getBytes(StandardCharsets.UTF_8)).text("options", options);
        return refused(422, ona.send(upload.request(ona.request(IMPORTS))));
    }

    @Test
    void a_filter_that_is_not_understood_never_chooses_all_images() {
        for (var images : new String[] {
            "{\"fliter\":{\"account\":[\"ada\"]}}",
            "{\"filter\":\"ada\"}",
            "{\"filter\":[1]}",
            "{\"filter\":{\"account\":[]}}",
            "{\"filter\":{\"account\":[\"\"]}}",
            "{\"filter\":{\"account\":[{\"a\":1}]}}",
            "{\"filter\":{\"acount\":[\"ada\"]}}"
        }) {
            assertThat(refused(
                            RUNS,
                            "{\"kind\":\"clip\",\"model\":\"demo\",\"variables\":[\"x\"],\"images\":" + images + "}"))
                    .as(images)
                    .containsIgnoringCase("filter");
        }
        assertThat(refused(422, ona.get(PROJECTS + "/1/images?account=%25&acount=ada")))
                .contains("\"acount\"", "account");
        assertThat(refused(422, ona.get(PROJECTS + "/1/codes.csv?coders=1"))).contains("\"coders\"", "coder");
    }

    @Test
    void a_parameter_of_an_answer_is_one_that_is_described() {
        assertThat(refused(422, ona.get(PROJECTS + "?limit=5"))).contains("\"limit\"", "none");
        assertThat(refused(422, ona.post("/api/v1/agreement?levl=ordinal", "text/csv", "unit,A,B\n1,a,a\n")))
                .contains("\"levl\"", "level");
    }

    @Test
    void an_address_that_no_route_can_read_is_no_page_of_the_server_underneath() {
        for (var path : new String[] {"/api/v1/projects/%00/images", "/api/v1/projects/%ff/images"}) {
            assertThat(refused(400, ona.get(path))).contains("could not be read");
        }
        var swollen = ona.request("/api/v1/projects").header("X-Long", "x".repeat(20_000));
        assertThat(refused(431, ona.send(swollen.GET()))).contains("could not be read");
    }

    @Test
    void a_page_that_is_not_there_says_so_in_its_title() {
        assertThat(app.visitor().get("/nowhere").body()).contains("<title>Not found · Codeframe</title>");
    }

    /** Sent by hand: Java's own client refuses such an address. */
    @Test
    void a_filter_with_half_an_escape_is_refused_on_pages_too() throws IOException {
        try (var socket = new Socket("127.0.0.1", app.app.port())) {
            var request = "GET /projects/1/images?account=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + World.token(World.ONA) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 422").contains("not written as in an address");
        }
    }
}
