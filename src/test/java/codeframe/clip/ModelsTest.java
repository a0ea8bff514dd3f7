package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    Path folder;

    private ModelDirectory directory;

    @BeforeEach
    void install() throws IOException {
        TinyModel.install(folder.resolve("plain"));
        TinyModel.install(folder.resolve("owner/on-the-hub"));
        Files.createDirectories(folder.resolve(".partial/owner/unfinished"));
        directory = new ModelDirectory(folder, folder.resolve(".demo"));
    }

    @Test
    void folders_and_hub_names_are_found_and_unfinished_downloads_are_not() {
        assertThat(directory.all()).extracting(ModelFolder::name).contains("owner/on-the-hub", "plain");
        assertThat(directory.all()).noneMatch(model -> model.name().contains("partial"));
        assertThat(directory.named("../" + folder.getFileName())).isEmpty();
        assertThat(new ModelDirectory(folder.resolve("none"), folder.resolve(".demo")).all())
                .allMatch(ModelFolder::demo);
    }

    @Test
    void a_broken_model_is_listed_with_its_reason_and_noticed_when_it_is_whole_again() throws IOException {
        var weights = folder.resolve("plain/model.safetensors");
        Files.move(weights, folder.resolve("aside"));
        assertThat(directory.named("plain").orElseThrow().problem()).contains("no weights");
        try (var models = new Models(directory)) {
            assertThatThrownBy(() -> models.open("plain", Precision.FP32)).hasMessageContaining("no weights");
            Files.move(folder.resolve("aside"), weights);
            assertThat(models.open("plain", Precision.FP32).model().dimensions())
                    .isEqualTo(64);
        }
    }

    /** A file that grows in place changes nothing about the folder it lies in. */
    @Test
    void a_folder_that_is_still_being_copied_is_looked_at_again_until_it_is_whole() throws IOException {
        var weights = folder.resolve("plain/model.safetensors");
        var whole = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(whole, whole.length / 2));
        var cut = directory.named("plain").orElseThrow();
        assertThat(cut.problem()).contains("was not copied completely");
        assertThat(cut.arriving()).isTrue();
        Files.write(weights, Arrays.copyOfRange(whole, whole.length / 2, whole.length), StandardOpenOption.APPEND);
        assertThat(directory.named("plain").orElseThrow().problem()).isEmpty();
        assertThat(directory.named("plain").orElseThrow().arriving()).isFalse();
    }

    @Test
    void a_broken_folder_that_nobody_writes_to_is_not_taken_for_one_that_arrives() throws IOException {
        Files.writeString(folder.resolve("plain/config.json"), "{}");
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
        var seen = new ModelDirectory(folder, folder.resolve(".demo"), later);
        assertThat(seen.named("plain").orElseThrow().problem()).contains("no image tower");
        assertThat(seen.named("plain").orElseThrow().arriving()).isFalse();
    }

    @Test
    void a_model_whose_files_have_changed_is_loaded_anew() throws IOException {
        try (var models = new Models(directory)) {
            var before = models.open("plain", Precision.FP32);
            Files.writeString(
                    folder.resolve("plain/processor_config.json"), "{\"image_processor\": {\"image_mean\": 0.5}}");
            var after = models.open("plain", Precision.FP32);
            assertThat(after.hash()).isNotEqualTo(before.hash());
            var white = new Pixels(64, 64, new byte[3 * 64 * 64]);
            assertThat(after.model().input(white)).isNotEqualTo(before.model().input(white));
        }
    }

    @Test
    void a_model_is_loaded_once_and_known_by_its_content() throws IOException {
        try (var models = new Models(directory)) {
            var loaded = models.open("plain", Precision.AUTO);
            assertThat(models.open("plain", Precision.AUTO)).isSameAs(loaded);
            assertThat(models.open("plain", loaded.model().precision())).isSameAs(loaded);
            assertThat(models.open("owner/on-the-hub", Precision.FP32).hash()).isEqualTo(loaded.hash());
            assertThat(loaded.imageVectors()).matches("[0-9a-f]{32}/(fp32|bf16)");
        }
        Files.writeString(folder.resolve("plain/preprocessor_config.json"), "{\"image_mean\": [0, 0, 0]}");
        assertThat(ModelHash.of(folder.resolve("plain")))
                .isNotEqualTo(ModelHash.of(folder.resolve("owner/on-the-hub")));
    }

    /** Stored vectors are kept under the hash: those of a model that is computed as before stay, the others are made anew. */
    @Test
    void only_models_that_are_computed_otherwise_than_before_get_another_hash() throws IOException {
        var plain = folder.resolve("plain");
        assertThat(ModelHash.of(plain)).isEqualTo(before(plain, "model.safetensors", "config.json"));
        Files.writeString(plain.resolve("preprocessor_config.json"), "{\"size\": {\"height\": 64, \"width\": 64}}");
        assertThat(ModelHash.of(plain))
                .isNotEqualTo(before(plain, "model.safetensors", "config.json", "preprocessor_config.json"));
        Files.delete(plain.resolve("preprocessor_config.json"));
        Files.writeString(plain.resolve("processor_config.json"), "{\"image_processor\": {\"image_mean\": 0.5}}");
        assertThat(ModelHash.of(plain)).isNotEqualTo(before(plain, "model.safetensors", "config.json"));
    }

    private static String before(Path folder, String... files) throws IOException {
        var digest = ModelHash.sha256();
        for (var file : files) {
            digest.update(Files.readAllBytes(folder.resolve(file)));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    @Test
    void a_model_that_is_not_there_is_told() {
        try (var models = new Models(directory)) {
            assertThatThrownBy(() -> models.open("other", Precision.FP32)).hasMessageContaining("not installed");
        }
    }

    @Test
    void known_models_have_names_that_can_be_asked_for() {
        assertThat(KnownModel.ALL).allMatch(model -> ModelDownloads.isName(model.name()));
        assertThat(List.copyOf(KnownModel.ALL)).doesNotHaveDuplicates();
    }
}
