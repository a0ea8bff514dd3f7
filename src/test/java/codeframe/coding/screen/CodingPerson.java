package codeframe.coding.screen;

import codeframe.db.Json;
import codeframe.testing.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the coding screen, without the screen. */
final class CodingPerson {
    private final Browser browser;
    private final String assignment;

    CodingPerson(Browser browser, long sample) {
        this.browser = browser;
        assignment = "/projects/1/samples/" + sample + "/queue";
    }

    HttpResponse<String> ask() {
        return browser.get(assignment);
    }

    JsonNode batch() {
        return read(ask());
    }

    HttpResponse<String> decide(String decision) {
        return post("/decisions", decision);
    }

    HttpResponse<String> skip(long image) {
        return post("/skips", "{\"image\": " + image + "}");
    }

    HttpResponse<String> post(String path, String json) {
        return browser.send(HttpRequest.newBuilder(browser.uri(assignment + path))
                .header("X-CSRF-Token", browser.csrf())
                .header("Content-Type", "application/json")
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return new Json(answer.body()).tree();
    }

    static List<Long> images(JsonNode batch) {
        var images = new ArrayList<Long>();
        batch.path("items").forEach(item -> images.add(item.path("image").asLong()));
        return images;
    }
}
