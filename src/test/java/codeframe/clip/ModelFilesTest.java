package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model directory in the forms it comes in, and in those that cannot work. */
class ModelFilesTest {
    private static final List<String> PHRASES = List.of("a crowd", "a poster");

    @TempDir
    Path folder;

    private TowerWeights weights;

    @BeforeEach
    void copy_a_whole_model() throws IOException {
        TinyModel.install(folder);
        weights = TinyModel.weights();
    }

    @Test
    void openai_and_openclip_names_give_the_same_vectors_as_hugging_faces() {
        var config = ClipConfig.read(folder);
        var tokens = List.of(new PhraseTokens(List.of(1, 2, 3), false));
        try (var named = ClipModel.load(folder, Precision.FP32);
                var towers = Towers.load(config, weights, Precision.FP32)) {
            assertThat(named.dimensions()).isEqualTo(64);
            assertThat(named.logitScale()).isCloseTo(weights.logitScale(), within(1e-4));
            assertThat(named.embedTexts(PHRASES)).hasDimensions(2, 64);
            assertThat(towers.texts(tokens, 3, 0)).hasDimensions(1, 64);
            var photo = new Pixels(90, 64, new byte[3 * 90 * 64]);
            var input = new Preprocess(config.pixel().sized(64)).input(photo);
            assertThat(named.embedImages(List.of(photo))[0])
                    .containsExactly(towers.images(new float[][] {input})[0], within(1e-5f));
        }
    }

    @Test
    void an_openclip_folder_with_its_own_config_is_read() throws IOException {
        Files.delete(folder.resolve("config.json"));
        Files.writeString(folder.resolve("open_clip_config.json"), """
                {"model_cfg": {"embed_dim": 64, "quick_gelu": true,
                  "vision_cfg": {"image_size": 64, "layers": 2, "width": 128, "patch_size": 16},
                  "text_cfg": {"context_length": 77, "vocab_size": 1514, "width": 64, "heads": 1, "layers": 2}},
                 "preprocess_cfg": {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}}
                """);
        var config = ClipConfig.read(folder);
        assertThat(config.image().transformer().heads()).isEqualTo(2);
        assertThat(config.pixel().sized(64).mean()).containsExactly(0.5, 0.5, 0.5);
        ClipModel.load(folder, Precision.FP32).close();
    }

    /** Models from before July 2023 name 2, and are read off at the highest token even where that is no end mark. */
    @Test
    void the_old_end_mark_2_means_the_highest_token() throws IOException {
        var tokens = new PhraseTokens(List.of(1512, 9, 1514, 5, 1513), false);
        assertThat(ClipConfig.read(folder).text().place(tokens, 1513, 77)).isEqualTo(4);
        var config = folder.resolve("config.json");
        Files.writeString(config, TinyModel.config().replace("\"eos_token_id\": 1513", "\"eos_token_id\": 2"));
        assertThat(ClipConfig.read(folder).text().place(tokens, 1513, 77)).isEqualTo(2);
    }

    @Test
    void the_older_account_of_a_tower_counts_with_all_it_leaves_out() throws IOException {
        refused(
                "config.json",
                TinyModel.config()
                        .replaceFirst("\\{", "{\"vision_config_dict\": {\"hidden_size\": 128, \"patch_size\": 8},"),
                "12 attention heads, which do not divide its width of 128");
        var config = folder.resolve("config.json");
        Files.writeString(
                config,
                TinyModel.config()
                        .replaceFirst(
                                "\\{",
                                "{\"text_config_dict\": {\"num_attention_heads\": 1, \"hidden_act\": \"gelu\"},"));
        assertThat(ClipConfig.read(folder).text().transformer().activation()).isEqualTo(Activation.GELU);
    }

    @Test
    void phrases_that_are_too_long_are_named() {
        try (var model = ClipModel.load(folder, Precision.FP32)) {
            var lengthy = "many different words ".repeat(40);
            assertThat(model.cutShort(List.of("short", lengthy))).containsExactly(lengthy);
        }
    }

    @Test
    void no_images_and_no_phrases_are_no_vectors() {
        try (var model = ClipModel.load(folder, Precision.FP32)) {
            assertThat(model.embedImages(List.of())).isEmpty();
            assertThat(model.embedTexts(List.of())).isEmpty();
        }
    }

    @Test
    void what_is_missing_or_does_not_fit_is_told() throws IOException {
        refused(
                "config.json",
                "{\"vision_config\": {\"hidden_act\": \"relu\"}}",
                "sets vision_config.hidden_act to “relu”");
        refused("config.json", "{\"model_type\": \"bert\"}", "no image tower");
        refused("config.json", "{", "cannot be read as JSON");
        refused("config.json", "{\"vision_config\": {\"num_attention_heads\": 7}}", "7 attention heads");
        refused(
                "config.json",
                "{\"vision_config\": {\"image_size\": 96, \"num_attention_heads\": 2}, \"text_config\": {\"num_attention_heads\": 1}}",
                "positional_embedding” has the shape [17, 128]");
        refused("preprocessor_config.json", "{\"resample\": 6}", "sets resample to 6");
        refused("preprocessor_config.json", "{\"size\": {\"height\": 64, \"width\": 32}}", "has to be a square");
        refused(
                "config.json",
                TinyModel.config().replace("\"eos_token_id\": 1513", "\"eos_token_id\": 7"),
                "names 7 as the token that ends a phrase, the tokenizer ends phrases with 1513");
        refused("vocab.json", "{\"<|startoftext|>\": 0, \"<|endoftext|>\": 9999}", "do not belong together");
        Files.delete(folder.resolve("model.safetensors"));
        assertThatThrownBy(() -> ClipModel.load(folder, Precision.FP32)).hasMessageContaining("no weights");
        Files.delete(folder.resolve("config.json"));
        assertThatThrownBy(() -> ClipModel.load(folder, Precision.FP32)).hasMessageContaining("no config.json");
    }

    private void refused(String name, String content, String because) throws IOException {
        var file = folder.resolve(name);
        var before = Files.exists(file) ? Files.readString(file) : null;
        Files.writeString(file, content);
        assertThatThrownBy(() -> ClipModel.load(folder, Precision.FP32))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining(because);
        if (before == null) {
            Files.delete(file);
        } else {
            Files.writeString(file, before);
        }
    }

    @Test
    void weights_of_another_kind_of_model_are_told() {
        var named = new LinkedHashMap<>(CheckpointFile.inOpenAiNames(weights));
        named.put("visual.proj", Tensor.empty(List.of(3, 5)));
        CheckpointFile.write(folder.resolve("model.safetensors"), named);
        assertThatThrownBy(() -> ClipModel.load(folder, Precision.FP32)).hasMessageContaining("another kind of model");
        named.remove("visual.conv1.weight");
        CheckpointFile.write(folder.resolve("model.safetensors"), named);
        assertThatThrownBy(() -> ClipModel.load(folder, Precision.FP32)).hasMessageContaining("not those of a CLIP");
    }
}
