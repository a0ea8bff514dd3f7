package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.decode.Drawn;
import codeframe.image.intake.Upload;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that saw a marked picture turned, as stored, and before there was a choice: each says so wherever it is told. */
class OrientationRunTest {
    private static final String PROJECT = "/api/v1/projects/1";
    private static final String CODEBOOK = """
            codebook: Types
            variables:
              - key: image_type
                label: Image type
                type: single
                categories:
                  - key: event
                    label: Event
                    phrases: [a crowd]
                  - key: material
                    label: Material
                    phrases: [a poster]
            """;

    private static TestApp app;
    private static Api ona;
    private static JsonNode upright;
    private static JsonNode stored;
    private static JsonNode old;

    @BeforeAll
    static void run() throws IOException {
        app = TestApp.start();
        ona = app.api(World.ONA);
        TinyModel.install(app.data.resolve("models/tiny"));
        var jpeg = Drawn.encoded(Drawn.quarters(90, 70, BufferedImage.TYPE_INT_RGB), "jpeg");
        var upload = new Upload().file("lying.jpg", Drawn.oriented(jpeg, 6)).file("plain.jpg", jpeg);
        var started = new Json(ona.send(upload.request(ona.request(PROJECT + "/imports")))
                        .body())
                .tree();
        awaited(PROJECT + "/imports/" + started.get("id").asLong());
        ona.put(PROJECT + "/codebook", "application/yaml", CODEBOOK);
        upright = run("");
        stored = run(",\"orientation\":\"stored\"");
        old = run(",\"orientation\":\"stored\",\"aggregation\":\"max\"");
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "update run set parameters = parameters - 'orientation' where id = ?",
                        old.get("id").asLong()));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_run_sees_pictures_as_people_do_unless_told_otherwise_and_says_so() {
        assertThat(page(upright)).contains("Upright, as people see them");
        assertThat(page(stored)).contains("As stored, not turned");
        assertThat(page(old)).contains("As stored, not turned");
        assertThat(app.browser(World.ONA).get("/projects/1/runs/new").body())
                .containsPattern("<option value=\"upright\"\\s+selected");
        var refused = ona.post(PROJECT + "/runs", "application/json", order(",\"orientation\":\"left\""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The orientation may be upright");
    }

    @Test
    void the_dossier_says_when_a_run_saw_another_picture_than_people() {
        var lying = dossier("lying.jpg");
        assertThat(lying).contains("a mark (EXIF)", "otherwise than to people, in ");
        var sentence = lying.replaceAll("(?s).*otherwise than to people, in ([^<]*)<.*", "$1");
        assertThat(sentence).contains(name(stored), name(old)).doesNotContain(name(upright));
        assertThat(dossier("plain.jpg")).doesNotContain("a mark (EXIF)").doesNotContain("otherwise than to people");
    }

    @Test
    void the_methods_text_names_what_clip_saw() {
        var text = app.browser(World.ONA).get("/projects/1/methods.md").body();
        assertThat(text).contains("turned upright, as people saw them (" + name(upright) + ").");
        assertThat(text).contains("people saw them turned (" + name(stored) + ", " + name(old) + ").");
    }

    private static String dossier(String name) {
        long id = app.jdbi()
                .withHandle(handle -> handle.createQuery("select id from image where path = :name and project_id = 1")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
        return app.browser(World.ONA).get("/projects/1/images/" + id).body();
    }

    private static String page(JsonNode run) {
        return app.browser(World.ONA)
                .get("/projects/1/runs/" + run.get("id").asLong())
                .body();
    }

    private static String name(JsonNode run) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery("select name from coder where run_id = :run")
                        .bind("run", run.get("id").asLong())
                        .mapTo(String.class)
                        .one());
    }

    private static String order(String more) {
        return "{\"kind\":\"clip\",\"model\":\"tiny\",\"variables\":[\"image_type\"],\"precision\":\"fp32\"" + more
                + "}";
    }

    private static JsonNode run(String more) {
        var started = ona.post(PROJECT + "/runs", "application/json", order(more));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return awaited(
                PROJECT + "/runs/" + new Json(started.body()).tree().get("id").asLong());
    }

    private static JsonNode awaited(String path) {
        var body = ona.json(path);
        for (int i = 0;
                i < 1200
                        && !List.of("done", "failed")
                                .contains(body.path("state").asText());
                i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            body = ona.json(path);
        }
        assertThat(body.path("state").asText()).as(body.toString()).isEqualTo("done");
        return body;
    }
}
