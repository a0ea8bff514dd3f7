package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights in several files, and weights that are not those of their config: told before anything is computed. */
class WeightFilesTest {
    private static final String LAYER = "visual.transformer.resblocks.1.";

    @TempDir
    Path folder;

    private Map<String, Tensor> weights;

    @BeforeEach
    void install() throws IOException {
        TinyModel.install(folder);
        weights = CheckpointFile.inOpenAiNames(TinyModel.weights());
    }

    @Test
    void a_model_in_two_files_gives_the_vectors_of_one_in_one() throws IOException {
        float[] whole = vector();
        var hash = ModelHash.of(folder);
        shard();
        assertThat(problem()).isEmpty();
        assertThat(vector()).containsExactly(whole, within(1e-6f));
        assertThat(ModelHash.of(folder)).isNotEqualTo(hash);
    }

    @Test
    void a_missing_file_of_several_is_named() throws IOException {
        shard();
        Files.delete(folder.resolve("model-00002-of-00002.safetensors"));
        assertThat(problem())
                .isEqualTo("The weights are in 2 files, of which model-00002-of-00002.safetensors is missing."
                        + " Copy it to the folder, too.");
    }

    @Test
    void an_index_that_is_not_of_these_files_is_told() throws IOException {
        shard();
        index(Map.of("visual.proj", "model-00001-of-00002.safetensors"));
        assertThat(problem()).contains("which does not have it; the files do not belong together");
        index(Map.of("visual.proj", "../model.safetensors"));
        assertThat(problem()).contains("model.safetensors.index.json", "damaged");
        index(Map.of());
        assertThat(problem()).contains("model.safetensors.index.json", "damaged");
    }

    @Test
    void pickled_weights_in_several_files_are_read_as_well() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        Files.copy(Golden.file("bin/good.bin"), folder.resolve("pytorch_model-00001-of-00001.bin"));
        var name = TorchBin.open(Golden.file("bin/good.bin")).names().iterator().next();
        new ObjectMapper()
                .writeValue(
                        folder.resolve("pytorch_model.bin.index.json").toFile(),
                        Map.of("weight_map", Map.of(name, "pytorch_model-00001-of-00001.bin")));
        var shards = Checkpoint.in(folder);
        assertThat(shards.names()).containsExactly(name);
        assertThat(shards.tensor(name).shape()).isEqualTo(shards.shape(name));
    }

    @Test
    void a_pickled_weight_that_is_cut_off_shows_before_it_is_read() throws IOException {
        var cut = TorchBin.open(Golden.file("bin/cut.bin"));
        assertThatThrownBy(() -> cut.names().forEach(cut::shape)).hasMessageContaining("is not whole");
    }

    @Test
    void what_is_missing_is_named() throws IOException {
        weights.remove(LAYER + "mlp.c_fc.bias");
        write();
        assertThat(problem()).startsWith("The weights lack “" + LAYER + "mlp.c_fc.bias”");
        weights.keySet().removeIf(name -> name.startsWith(LAYER));
        write();
        assertThat(problem()).contains("have 1 layers “visual.transformer.resblocks.…” where the config says 2");
    }

    @Test
    void what_has_another_shape_is_named() throws IOException {
        weights.put(LAYER + "mlp.c_proj.weight", Tensor.empty(List.of(128, 500)));
        write();
        assertThat(problem())
                .startsWith("The weight “" + LAYER + "mlp.c_proj.weight” has the shape [128, 500] where")
                .contains("[128, 512]");
    }

    @Test
    void a_number_of_the_config_that_the_weights_contradict_is_told() throws IOException {
        for (var wrong : Map.of(
                        "\"projection_dim\": 64", "\"projection_dim\": 32",
                        "\"max_position_embeddings\": 77", "\"max_position_embeddings\": 64",
                        "\"intermediate_size\": 512", "\"intermediate_size\": 500",
                        "\"hidden_size\": 64", "\"hidden_size\": 32",
                        "\"patch_size\": 16", "\"patch_size\": 8",
                        "\"vocab_size\": 1514", "\"vocab_size\": 1600")
                .entrySet()) {
            Files.writeString(
                    folder.resolve("config.json"), TinyModel.config().replace(wrong.getKey(), wrong.getValue()));
            assertThat(problem()).as(wrong.getValue()).contains("do not belong together");
        }
    }

    /** SigLIP's towers have CLIP's names and a head that CLIP has not. */
    @Test
    void a_weight_that_clip_does_not_have_is_a_sign_of_another_model() throws IOException {
        weights.put("visual.attn_pool.probe", Tensor.empty(List.of(1, 1, 128)));
        write();
        assertThat(problem()).startsWith("The weights hold “visual.attn_pool.probe”, which a CLIP model");
        weights.remove("visual.attn_pool.probe");
        weights.put("visual.conv1.bias", Tensor.empty(List.of(128)));
        write();
        assertThat(problem()).startsWith("The weights hold “visual.conv1.bias”");
    }

    private String problem() {
        return ModelFolder.examined("tiny", folder, false).problem();
    }

    private void write() {
        CheckpointFile.write(folder.resolve("model.safetensors"), weights);
    }

    private float[] vector() {
        try (var model = ClipModel.load(folder, Precision.FP32)) {
            return model.embedTexts(List.of("a crowd"))[0];
        }
    }

    private void shard() throws IOException {
        var places = new TreeMap<String, String>();
        var shards = List.of(new LinkedHashMap<String, Tensor>(), new LinkedHashMap<String, Tensor>());
        weights.forEach((name, tensor) -> {
            int k = places.size() % 2;
            places.put(name, "model-0000" + (k + 1) + "-of-00002.safetensors");
            shards.get(k).put(name, tensor);
        });
        for (int k = 0; k < 2; k++) {
            CheckpointFile.write(folder.resolve("model-0000" + (k + 1) + "-of-00002.safetensors"), shards.get(k));
        }
        Files.delete(folder.resolve("model.safetensors"));
        index(places);
    }

    private void index(Map<String, String> places) throws IOException {
        new ObjectMapper()
                .writeValue(folder.resolve("model.safetensors.index.json").toFile(), Map.of("weight_map", places));
    }
}
