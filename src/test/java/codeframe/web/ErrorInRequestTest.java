package codeframe.web;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.Browser;
import codeframe.testing.Routes;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a handler runs into, memory and recursion included, is answered in words and never with nothing. */
class ErrorInRequestTest {
    private static TestApp app;
    private static Browser visitor;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        for (var place : new String[] {"/api/v1", ""}) {
            Routes.add(app, place + "/deep", ctx -> ctx.result("" + deep(1)));
            Routes.add(app, place + "/wide", ctx -> ctx.result("" + wide()));
            Routes.add(app, place + "/wrapped", ctx -> {
                throw new IllegalStateException(new RuntimeException(new OutOfMemoryError("Java heap space")));
            });
            Routes.add(app, place + "/busy", ctx -> {
                throw new Problem.Busy("Others come first.", 30);
            });
        }
        visitor = app.visitor();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static int deep(int level) {
        return level + deep(level + 1);
    }

    private static int wide() {
        var all = new ArrayList<long[]>();
        while (true) {
            all.add(new long[Integer.MAX_VALUE - 8]);
        }
    }

    @Test
    void a_script_gets_problem_json() {
        assertThat(api("/deep", 500)).contains("Something went wrong on the server");
        assertThat(api("/wide", 503)).contains("more memory than the server has free");
        assertThat(api("/wrapped", 503)).contains("more memory than the server has free");
    }

    private static String api(String path, int status) {
        var answer = visitor.get("/api/v1" + path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return new Json(answer.body()).tree().path("detail").asText();
    }

    @Test
    void a_person_gets_the_page_that_says_so() {
        assertThat(page("/deep", 500)).contains("Something went wrong on the server");
        assertThat(page("/wide", 503)).contains("more memory than the server has free");
    }

    private static String page(String path, int status) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("</html>");
        return answer.body();
    }

    @Test
    void others_go_on() {
        app.visitor().get("/wide");
        assertThat(app.browser(World.ONA).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_busy_server_says_when_to_come_back() {
        var answer = visitor.get("/api/v1/busy");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
    }
}
