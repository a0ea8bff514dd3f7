package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.intake.Upload;
import codeframe.testing.Api;
import codeframe.testing.Client;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From files to a table of codes with a real model directory, as a script does it. */
class ClipRunTest {
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
                    phrases: [a crowd, a rally]
                  - key: material
                    label: Material
                    phrases: [a poster]
            """;

    private static TestApp app;
    private static Api ona;

    @BeforeAll
    static void import_pictures() throws IOException {
        app = TestApp.start();
        ona = app.api(World.ONA);
        TinyModel.install(app.data.resolve("models/tiny"));
        var foreign = CheckpointFile.inOpenAiNames(TinyModel.weights());
        foreign.put("visual.attn_pool.probe", Tensor.empty(List.of(1, 1, 128)));
        CheckpointFile.write(
                TinyModel.install(app.data.resolve("models/a-foreign")).resolve("model.safetensors"), foreign);
        var upload = new Upload();
        for (int i = 0; i < 20; i++) {
            upload.file("picture-" + i + ".png", png(i));
        }
        var started = new Json(ona.send(upload.request(ona.request(PROJECT + "/imports")))
                        .body())
                .tree();
        var done = awaited(PROJECT + "/imports/" + started.get("id").asLong(), body -> state(body, "done"));
        assertThat(done.get("accepted").asInt()).isEqualTo(20);
        assertThat(ona.put(PROJECT + "/codebook", "application/yaml", CODEBOOK).statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_run_codes_every_image_and_the_export_says_why() {
        var done = run("""
                {"kind":"clip","model":"tiny","variables":["image_type"],"aggregation":"mean","precision":"fp32"}""");
        assertThat(done.get("outcomes").get("coded").asInt()).isEqualTo(20);
        assertThat(done.get("precision").asText()).isEqualTo("fp32");
        var wide = ona.get(
                        PROJECT + "/codes-wide.csv?coder=" + done.get("coder").asLong())
                .body();
        assertThat(wide.lines().findFirst().orElseThrow())
                .contains("phrase")
                .contains("probability")
                .contains("runner")
                .contains("margin");
        assertThat(wide.lines()).hasSize(21);
        assertThat(wide).containsPattern("a crowd|a rally|a poster");
        run(
                "{\"kind\":\"clip\",\"model\":\"tiny\",\"variables\":[\"image_type\"],\"aggregation\":\"notebook\",\"precision\":\"fp32\"}");
        assertThat(vectors()).isEqualTo(20);
        what_it_was_computed_on_stands_with_it(done);
        vectors_that_were_made_elsewhere_are_told_as_such(done.get("id").asLong());
    }

    private static void what_it_was_computed_on_stands_with_it(JsonNode done) {
        var here = Computer.here().words();
        var page = "/projects/1/runs/" + done.get("id").asLong();
        var browser = Client.of(app, World.ONA);
        assertThat(done.get("processors"))
                .singleElement()
                .satisfies(one -> assertThat(one.asText()).isEqualTo(here));
        assertThat(browser.get(page).plain()).contains("Computed on", here).doesNotContain("made where");
        assertThat(browser.get("/projects/1/methods.html").plain()).contains("computed in fp32 on " + here);
        for (float apart : new float[] {0.0004f, 0.002f}) {
            elsewhere(done.get("id").asLong(), apart);
            assertThat(browser.get(page).plain().contains("made where the model’s vectors differ in the third digit"))
                    .isEqualTo(apart > 0.001);
        }
        assertThat(browser.get(page).plain()).contains("Abacus, PyTorch 0.1");
        assertThat(ona.json(PROJECT + "/runs/" + done.get("id").asLong()).get("processors"))
                .hasSize(2);
        app.jdbi().useHandle(handle -> {
            var kept = handle.attach(Fingerprints.class);
            var first = kept.of(done.get("id").asLong()).get(0);
            var other = kept.keep("other files", first.precision(), "0.1", "Abacus", first.vectors());
            kept.used(done.get("id").asLong(), Optional.of(other.id()));
        });
        assertThat(browser.get(page).plain()).contains("not all coded by the same model");
    }

    private static void vectors_that_were_made_elsewhere_are_told_as_such(long before) {
        var order = """
                {"kind":"clip","model":"tiny","variables":["image_type"],"aggregation":"max","precision":"fp32"}""";
        app.jdbi().useHandle(handle -> {
            var other = handle.attach(Fingerprints.class).of(before).get(1);
            handle.execute("update embedding set fingerprint_id = ?", other.id());
        });
        assertThat(run(order).get("processors"))
                .singleElement()
                .satisfies(one -> assertThat(one.asText()).isEqualTo("Abacus, PyTorch 0.1"));
        app.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update embedding set fingerprint_id = null where sha256 = (select min(sha256::text)::bytea from embedding)"));
        var unknown = run(order);
        assertThat(unknown.get("processors")).isEmpty();
        assertThat(Client.of(app, World.ONA)
                        .get("/projects/1/runs/" + unknown.get("id").asLong())
                        .plain())
                .contains("Abacus, PyTorch 0.1")
                .contains("a machine that was not written down");
    }

    /** As if some of the vectors had been made on a machine whose vectors are that far from these. */
    private static void elsewhere(long run, float apart) {
        app.jdbi().useHandle(handle -> {
            var kept = handle.attach(Fingerprints.class).of(run).get(0);
            float[] floats = ImageVectors.floats(kept.vectors());
            floats[0] += apart;
            var other = handle.attach(Fingerprints.class)
                    .keep(kept.model(), kept.precision(), "0.1", "Abacus", ImageVectors.bytes(floats));
            handle.attach(Fingerprints.class).used(run, Optional.of(other.id()));
        });
    }

    @Test
    void a_broken_or_foreign_model_is_never_the_one_that_a_new_run_proposes() {
        var form = app.browser(World.ONA).get("/projects/1/runs/new").body();
        assertThat(form).containsPattern("<option value=\"tiny\"\\s+selected");
        assertThat(form).contains("a-foreign (cannot be used)");
        var answer = ona.post(
                PROJECT + "/runs",
                "application/json",
                "{\"kind\":\"clip\",\"model\":\"a-foreign\",\"variables\":[\"image_type\"]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("visual.attn_pool.probe");
    }

    @Test
    void what_cannot_be_run_is_refused_with_a_sentence() {
        var answer = ona.post(
                PROJECT + "/runs",
                "application/json",
                "{\"kind\":\"clip\",\"model\":\"gone\",\"variables\":[\"image_type\"]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("gone");
    }

    private static JsonNode run(String order) {
        var started = ona.post(PROJECT + "/runs", "application/json", order);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        var at = PROJECT + "/runs/" + new Json(started.body()).tree().get("id").asLong();
        return awaited(at, body -> state(body, "done"));
    }

    /** Two runs, one vector for each image. */
    private static int vectors() {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from embedding")
                        .mapTo(Integer.class)
                        .one());
    }

    private static boolean state(JsonNode body, String state) {
        return List.of(state, "failed").contains(body.path("state").asText());
    }

    private static JsonNode awaited(String path, Predicate<JsonNode> condition) {
        var body = ona.json(path);
        for (int i = 0; i < 1200 && !condition.test(body); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            body = ona.json(path);
        }
        assertThat(condition.test(body)).as(body.toString()).isTrue();
        return body;
    }

    private static byte[] png(int i) throws IOException {
        var image = new BufferedImage(90 + i, 70, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(i / 20f, 1, 1));
        graphics.fillRect(i, 10, 60, 40);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
