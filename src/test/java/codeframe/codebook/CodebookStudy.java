package codeframe.codebook;

import static codeframe.testing.Browser.encode;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.project.Projects;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.user.Users;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A study of its own for each test, seen by its owner, a coder and a viewer; and what an owner does in it. */
abstract class CodebookStudy {
    static TestApp app;
    static Browser ona;
    static Browser cleo;
    static Browser vic;
    static Codebooks codebooks;

    /** A project for each test. */
    long project;

    String base;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
        cleo = app.browser(World.CLEO);
        vic = app.browser(World.VIC);
        codebooks = app.jdbi().onDemand(Codebooks.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void begin() {
        var users = app.jdbi().onDemand(Users.class);
        var projects = app.jdbi().onDemand(Projects.class);
        project = projects.create(
                        "Study", users.userByEmail(World.ONA).orElseThrow().id())
                .id();
        projects.addMember(project, users.userByEmail(World.CLEO).orElseThrow().id(), "coder");
        projects.addMember(project, users.userByEmail(World.VIC).orElseThrow().id(), "viewer");
        base = "/projects/" + project + "/codebook";
        ona.get(base);
    }

    void add() {
        ona.post(base + "/variables", "");
    }

    HttpResponse<String> save(String was, String fields) {
        return htmx(base + "/variable", was + "&" + seen(was.substring(4)) + "&" + fields);
    }

    static String category(String label, String phrases) {
        return "&category_row=0&category_key=&category_definition=&category_include=&category_exclude=&category_label="
                + encode(label) + "&category_phrases=" + encode(phrases);
    }

    String seen() {
        return seen("variable");
    }

    String seen(String variable) {
        var matcher = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(ona.get(base + "?variable=" + variable).body());
        assertThat(matcher.find()).isTrue();
        return "seen=" + matcher.group(1);
    }

    HttpResponse<String> publish(String note) {
        return ona.post(
                base + "/publish",
                "note=" + note + "&revision=" + codebooks.draft(project).revision());
    }

    HttpResponse<String> htmx(String path, String form) {
        return ona.send(HttpRequest.newBuilder(ona.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-Token", ona.csrf())
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    static String removedId(String page) {
        var matcher = Pattern.compile("/removed/(\\d+)/restore").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
