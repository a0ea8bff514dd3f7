package codeframe.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model directory in Hugging Face's layout with random weights of true shapes, for measuring speed. */
record RandomModel(int size, int patch, int width, int layers, int textWidth, int textLayers, int dimensions) {
    static final RandomModel B32 = new RandomModel(224, 32, 768, 12, 512, 12, 512);

    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(Golden.file("bpe/vocab.json"), folder.resolve("vocab.json"));
        Files.copy(Golden.file("bpe/merges.txt"), folder.resolve("merges.txt"));
        var config = Map.of(
                "vision_config", Map.of("hidden_act", "quick_gelu", "image_size", size),
                "text_config", Map.of("hidden_act", "quick_gelu"));
        new ObjectMapper().writeValue(folder.resolve("config.json").toFile(), config);
        CheckpointFile.write(folder.resolve("model.safetensors"), weights());
        return folder;
    }

    private Map<String, Tensor> weights() {
        var random = new Random(7);
        var all = new LinkedHashMap<String, Tensor>();
        int positions = 1 + (size / patch) * (size / patch);
        all.put("logit_scale", filled(0, 4.6f));
        all.put("vision_model.embeddings.patch_embedding.weight", random(random, width, 3, patch, patch));
        all.put("vision_model.embeddings.class_embedding", random(random, width));
        all.put("vision_model.embeddings.position_embedding.weight", random(random, positions, width));
        norm(all, "vision_model.pre_layrnorm", width);
        norm(all, "vision_model.post_layernorm", width);
        all.put("visual_projection.weight", random(random, dimensions, width));
        layers(all, random, "vision_model", layers, width);
        all.put("text_model.embeddings.token_embedding.weight", random(random, 49408, textWidth));
        all.put("text_model.embeddings.position_embedding.weight", random(random, 77, textWidth));
        norm(all, "text_model.final_layer_norm", textWidth);
        all.put("text_projection.weight", random(random, dimensions, textWidth));
        layers(all, random, "text_model", textLayers, textWidth);
        return all;
    }

    private static void layers(Map<String, Tensor> all, Random random, String tower, int layers, int width) {
        for (int i = 0; i < layers; i++) {
            var at = tower + ".encoder.layers." + i + ".";
            norm(all, at + "layer_norm1", width);
            norm(all, at + "layer_norm2", width);
            for (var name : List.of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.out_proj")) {
                linear(all, random, at + name, width, width);
            }
            linear(all, random, at + "mlp.fc1", 4 * width, width);
            linear(all, random, at + "mlp.fc2", width, 4 * width);
        }
    }

    private static void linear(Map<String, Tensor> all, Random random, String name, int out, int in) {
        all.put(name + ".weight", random(random, out, in));
        all.put(name + ".bias", random(random, out));
    }

    private static void norm(Map<String, Tensor> all, String name, int width) {
        all.put(name + ".weight", filled(width, 1));
        all.put(name + ".bias", filled(width, 0));
    }

    private static Tensor filled(int width, float value) {
        var tensor = Tensor.empty(width == 0 ? List.of() : List.of(width));
        for (int i = 0; i < Math.max(1, width); i++) {
            tensor.floats().putFloat(4 * i, value);
        }
        return tensor;
    }

    private static Tensor random(Random random, Integer... shape) {
        var tensor = Tensor.empty(List.of(shape));
        for (int i = 0; i < tensor.floats().capacity(); i += 4) {
            tensor.floats().putFloat(i, (random.nextFloat() - 0.5f) * 0.07f);
        }
        return tensor;
    }
}
