package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.Client;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPagesTest {
    private static final FakeHub HUB = new FakeHub();

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws IOException {
        var at = "/owner/tiny-clip/resolve/main/";
        var published = TinyModel.install(folder);
        for (var name : List.of("config.json", "vocab.json", "merges.txt", "model.safetensors")) {
            HUB.files.put(at + name, Files.readAllBytes(published.resolve(name)));
        }
        app = TestApp.start(Map.of("CODEFRAME_HUB", HUB.url()));
        Files.createDirectories(app.data.resolve("models/broken"));
        var config = Files.writeString(app.data.resolve("models/broken/config.json"), "{}");
        Files.setLastModifiedTime(config, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    @AfterAll
    static void stop() {
        app.close();
        HUB.close();
    }

    @Test
    void everybody_signed_in_sees_what_is_installed_and_why_a_model_is_broken() {
        var page = app.browser(World.VIC).get("/models").body();
        assertThat(page).contains("broken").contains("cannot be used").contains("no image tower");
        assertThat(page).contains("openai/clip-vit-base-patch32").contains("about 605 MB");
        assertThat(page).doesNotContain("action=\"/models/downloads\"");
        assertThat(app.visitor().get("/models").statusCode()).isEqualTo(302);
        assertThat(app.browser(World.VIC)
                        .post("/models/downloads", "name=owner/tiny-clip")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_person_who_set_up_downloads_a_model_and_watches_it_come() throws IOException, InterruptedException {
        var admin = app.browser(World.ONA);
        HUB.slowMs = 5;
        assertThat(admin.post("/models/downloads", "name=owner/tiny-clip").statusCode())
                .isEqualTo(303);
        var list = admin.get("/models/list").body();
        assertThat(list).contains("every 1s").contains("Cancel the download of owner/tiny-clip");
        HUB.slowMs = 0;
        for (int i = 0; i < 500 && list.contains("every 1s"); i++) {
            Thread.sleep(20);
            list = admin.get("/models/list").body();
        }
        assertThat(list).contains("owner/tiny-clip").doesNotContain("Cancel the download");
        assertThat(admin.post("/models/downloads", "name=owner/tiny-clip").statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/models").body()).contains("is installed already");
        the_passport_of_what_came();
    }

    private static final String PASSPORT = "/models/passport?name=owner%2Ftiny-clip";

    private static void the_passport_of_what_came() throws IOException, InterruptedException {
        var viewer = Client.of(app, World.VIC);
        var passport = whenTested(viewer);
        assertThat(passport.plain())
                .contains("Downloaded from", HUB.url() + "/owner/tiny-clip")
                .contains(FakeHub.REVISION)
                .contains("No published value is known", "Its vectors were tested for the first time.")
                .contains("model.safetensors", "as the hub has it")
                .contains("shorter side first, then cut to the middle, bicubic")
                .doesNotContain("not what the hub has", "Test now");
        assertThat(passport.text())
                .contains("PyTorch 2.7", hash(HUB.files.get("/owner/tiny-clip/resolve/main/config.json")));
        assertThat(viewer.get("/models/passport?name=owner%2Fnone").status()).isEqualTo(404);
        a_source_that_says_nothing_breaks_no_page(viewer);
        another_processor_is_noticed(viewer);
        a_changed_file_is_noticed(viewer);
    }

    private static void a_source_that_says_nothing_breaks_no_page(Client viewer) throws IOException {
        var file = app.data.resolve("models/owner/tiny-clip/source.json");
        var written = Files.readString(file);
        for (var hostile : List.of(
                "{}",
                "[]",
                "null",
                "\0\1 garbage",
                "{\"address\": \"" + "x".repeat(1 << 20) + "\"}",
                "{\"address\": \"https://hub.example\", \"downloadedAt\": 1e15}",
                written.replaceFirst("\"checksums\":\\{", "\"checksums\":{\"vocab.json.\":null,"),
                written.replaceFirst("(\"config.json\":)\"\\w+\"", "$1null"))) {
            Files.writeString(file, hostile);
            assertThat(viewer.get("/models").status()).as(hostile).isEqualTo(200);
            assertThat(viewer.get(PASSPORT).status()).as(hostile).isEqualTo(200);
        }
        Files.writeString(file, "{}");
        assertThat(viewer.get(PASSPORT).plain()).contains("Where it came from was not written down.");
        Files.writeString(file, written);
    }

    /** As if the first test had been on another machine. */
    private static void another_processor_is_noticed(Client viewer) throws InterruptedException {
        app.jdbi().useHandle(handle -> {
            var bytes = handle.createQuery("select vectors from model_fingerprint")
                    .mapTo(byte[].class)
                    .one();
            float[] floats = ImageVectors.floats(bytes);
            floats[3] += 0.004f;
            handle.createUpdate("update model_fingerprint set processor = 'Abacus', vectors = :vectors")
                    .bind("vectors", ImageVectors.bytes(floats))
                    .execute();
        });
        var tested = tested(viewer);
        assertThat(tested).contains("Abacus", "Its vectors differ in the third digit from those at the first test.");
        assertThat(viewer.get("/models").plain()).contains("self-test differs");
    }

    private static void a_changed_file_is_noticed(Client viewer) throws IOException, InterruptedException {
        var config = app.data.resolve("models/owner/tiny-clip/config.json");
        Files.writeString(config, Files.readString(config) + "\n");
        assertThat(viewer.get(PASSPORT).plain()).contains("Its files have changed, or were copied again, since");
        assertThat(tested(viewer))
                .contains("not what the hub has")
                .contains("Its vectors were tested for the first time.");
    }

    private static String tested(Client viewer) throws InterruptedException {
        assertThat(app.browser(World.VIC)
                        .post("/models/tests", "name=owner/tiny-clip")
                        .statusCode())
                .isEqualTo(404);
        app.browser(World.ONA).post("/models/tests", "name=owner/tiny-clip");
        return whenTested(viewer).plain();
    }

    private static Client.Answer whenTested(Client viewer) throws InterruptedException {
        var page = viewer.get(PASSPORT);
        for (int i = 0; i < 500 && page.text().contains("every 1s"); i++) {
            Thread.sleep(20);
            page = viewer.get(PASSPORT);
        }
        return page;
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(ModelHash.sha256().digest(content));
    }

    @Test
    void a_folder_that_is_being_copied_is_shown_as_such_until_it_is_whole() throws IOException {
        var viewer = app.browser(World.VIC);
        var arriving = Files.createDirectories(app.data.resolve("models/arriving"));
        var config = Files.writeString(arriving.resolve("config.json"), TinyModel.config());
        assertThat(viewer.get("/models/list").body()).contains("still arriving?", "every 1s", "vocab.json");
        Files.delete(config);
        Files.delete(arriving);
        assertThat(viewer.get("/models/list").body()).doesNotContain("still arriving?");
    }

    @Test
    void a_name_that_is_none_is_told_beside_its_field() {
        assertThat(app.browser(World.ONA).post("/models/downloads", "name=apple/DFN2B-CLIP-ViT-B-16"))
                .as("a licence that forbids a use is accepted first")
                .satisfies(asked -> {
                    assertThat(asked.statusCode()).isEqualTo(422);
                    assertThat(asked.body()).contains("Apple allows this model for research only");
                });
        var answer = app.browser(World.ONA).post("/models/downloads", "name=" + Browser.encode("../../etc"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("has an owner and a model").contains("value=\"../../etc\"");
    }

    @Test
    void a_model_that_the_hub_does_not_have_can_be_seen_to_be_missing() throws InterruptedException {
        var admin = app.browser(World.ONA);
        admin.post("/models/downloads", "name=owner/nothing");
        var list = "every 1s";
        for (int i = 0; i < 500 && list.contains("every 1s"); i++) {
            Thread.sleep(20);
            list = admin.get("/models/list").body();
        }
        assertThat(list).contains("there is no such model").contains("Go on with owner/nothing");
    }
}
