package codeframe.clip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDownloadsTest {
    private static final String NAME = "owner/tiny-clip";
    private static final String AT = "/" + NAME + "/resolve/main/";

    @TempDir
    Path folder;

    private final FakeHub hub = new FakeHub();
    private Path published;
    private ModelDirectory directory;
    private ModelDownloads downloads;

    @BeforeEach
    void publish() throws IOException {
        published = TinyModel.install(folder.resolve("published"));
        for (var name : List.of("config.json", "vocab.json", "merges.txt", "model.safetensors")) {
            hub.files.put(AT + name, Files.readAllBytes(published.resolve(name)));
        }
        directory = new ModelDirectory(folder.resolve("models"), folder.resolve("demo"));
        downloads = new ModelDownloads(directory, hub.url(), name -> {});
    }

    @AfterEach
    void stop() {
        downloads.close();
        hub.close();
    }

    private static byte[] bytes(String golden) throws IOException {
        return Files.readAllBytes(Golden.file(golden));
    }

    @Test
    void a_model_arrives_although_the_connection_breaks_again_and_again() throws IOException {
        hub.cutAfter = 700_000;
        var download = ended(downloads.start(NAME));
        assertThat(download.sentence()).isEqualTo("Installed.");
        assertThat(hub.asked).contains("model.safetensors", "model.safetensors bytes=700000-");
        var model = directory.named(NAME).orElseThrow();
        assertThat(model.path().resolve("model.safetensors"))
                .hasSameBinaryContentAs(published.resolve("model.safetensors"));
        assertThat(model.problem()).isEmpty();
        assertThat(model.bytes()).isGreaterThan(2_600_000);
        assertThat(directory.partial(NAME)).doesNotExist();
    }

    @Test
    void a_file_with_a_wrong_checksum_is_not_installed() {
        hub.wrongChecksums.put(AT + "model.safetensors", "0".repeat(64));
        var download = ended(downloads.start(NAME));
        assertThat(download.sentence())
                .contains("The checksum of model.safetensors is wrong: the hub says 000000000000…");
        assertThat(directory.named(NAME)).isEmpty();
        assertThat(directory.partial(NAME).resolve("model.safetensors.part")).doesNotExist();
        assertThat(directory.partial(NAME).resolve("vocab.json")).exists();
    }

    @Test
    void small_files_are_checked_by_their_git_object() {
        hub.wrongChecksums.put(AT + "merges.txt", "1".repeat(40));
        assertThat(ended(downloads.start(NAME)).sentence()).contains("checksum of merges.txt is wrong");
    }

    @Test
    void a_connection_that_never_gets_further_ends_in_a_sentence_and_keeps_what_came() {
        hub.cutAfter = 0;
        var download = ended(downloads.start(NAME));
        assertThat(download.sentence()).contains("broke off at config.json").contains("What has arrived is kept");
        hub.cutAfter = Integer.MAX_VALUE;
        assertThat(ended(downloads.start(NAME)).isRunning()).isFalse();
    }

    @Test
    void a_cancelled_download_goes_on_where_it_was_also_after_a_restart() {
        hub.slowMs = 20;
        downloads.start(NAME);
        await(() -> downloads.of(NAME).orElseThrow().file().equals("model.safetensors"));
        downloads.cancel(NAME);
        assertThat(ended(downloads.of(NAME).orElseThrow()).sentence()).contains("cancelled");
        hub.slowMs = 0;
        try (var restarted = new ModelDownloads(directory, hub.url(), name -> {})) {
            assertThat(restarted.of(NAME).orElseThrow().sentence()).contains("broke off");
            assertThat(restarted.of(NAME).orElseThrow().bytes()).isPositive();
            assertThat(ended(restarted.start(NAME)).sentence()).isEqualTo("Installed.");
        }
        assertThat(hub.asked).anyMatch(asked -> asked.startsWith("model.safetensors bytes="));
    }

    @Test
    void a_model_that_the_hub_does_not_have_is_told() {
        assertThat(ended(downloads.start("owner/nothing")).sentence()).contains("there is no such model");
        hub.files.remove(AT + "model.safetensors");
        assertThat(ended(downloads.start(NAME)).sentence()).contains("no weights for owner/tiny-clip");
    }

    @Test
    void the_older_format_is_taken_where_the_newer_is_missing() throws IOException {
        hub.files.remove(AT + "model.safetensors");
        hub.files.put(AT + "pytorch_model.bin", bytes("bin/good.bin"));
        ended(downloads.start(NAME));
        assertThat(directory.named(NAME).orElseThrow().problem()).contains("not those of a CLIP or SigLIP model");
    }

    /** As save_pretrained of transformers 5 publishes a larger model. */
    @Test
    void a_model_in_several_files_with_one_tokenizer_file_arrives_whole() throws IOException {
        hub.files.keySet().removeIf(file -> !file.endsWith("config.json"));
        hub.files.put(AT + "tokenizer.json", bytes("bpe/tokenizer-5.json"));
        hub.files.put(AT + "processor_config.json", "{\"image_processor\": {\"size\": 64}}".getBytes(UTF_8));
        var whole = published.resolve("model.safetensors");
        var places = new StringJoiner(",");
        Checkpoint.open(whole).names().forEach(name -> places.add("\"" + name + "\": \"all-1.safetensors\""));
        hub.files.put(AT + "model.safetensors.index.json", ("{\"weight_map\": {" + places + "}}").getBytes(UTF_8));
        assertThat(ended(downloads.start(NAME)).sentence()).contains("The hub lacks all-1.safetensors");
        hub.files.put(AT + "all-1.safetensors", Files.readAllBytes(whole));
        assertThat(ended(downloads.start(NAME)).sentence()).isEqualTo("Installed.");
        assertThat(directory.named(NAME).orElseThrow().problem()).isEmpty();
        assertThat(directory.named(NAME).orElseThrow().path().resolve("processor_config.json"))
                .exists();
    }

    @Test
    void an_open_clip_model_arrives_with_its_own_config() throws IOException {
        hub.files.remove(AT + "config.json");
        hub.files.remove(AT + "model.safetensors");
        hub.files.put(AT + "open_clip_config.json", """
                {"model_cfg": {"embed_dim": 64, "quick_gelu": true,
                  "vision_cfg": {"image_size": 64, "layers": 2, "width": 128, "patch_size": 16},
                  "text_cfg": {"context_length": 77, "vocab_size": 1514, "width": 64, "heads": 1, "layers": 2}}}
                """.getBytes(UTF_8));
        hub.files.put(AT + "open_clip_model.safetensors", Files.readAllBytes(published.resolve("model.safetensors")));
        assertThat(ended(downloads.start(NAME)).sentence()).isEqualTo("Installed.");
        assertThat(directory.named(NAME).orElseThrow().problem()).isEmpty();
    }

    @Test
    void a_hub_that_cannot_be_reached_is_told() {
        hub.close();
        assertThat(ended(downloads.start(NAME)).sentence()).contains("The connection to 127.0.0.1 broke off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc/passwd", "a/..", "a", "a/b/c", "/a/b", "a/b?c", ".partial/x", "a b/c", ""})
    void only_names_of_the_hub_are_taken(String name) {
        assertThat(ModelDownloads.isName(name)).isFalse();
    }

    private static ModelDownload ended(ModelDownload download) {
        await(() -> !download.isRunning());
        return download;
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 1500 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
