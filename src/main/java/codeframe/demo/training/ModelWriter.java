package codeframe.demo.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes all of a model in Hugging Face's layout but its weights, which train.py adds. */
final class ModelWriter {
    static final int CONTEXT = 48;
    private static final int WIDTH = 128;
    private static final int HEADS = 2;
    private static final int PATCH = 16;
    private static final int TEXT_LAYERS = 2;
    private static final int VISION_LAYERS = 3;
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final Path folder;

    ModelWriter(Path folder) {
        this.folder = folder;
    }

    void write(WordPieces pieces, Grammar grammar) throws IOException {
        Files.createDirectories(folder);
        json("config.json", config(pieces.size()));
        json("preprocessor_config.json", preprocessor());
        json("vocab.json", pieces.vocabulary());
        var merges = new StringBuilder("#version: 0.2\n");
        pieces.merges()
                .forEach(merge -> merges.append(merge.left())
                        .append(' ')
                        .append(merge.right())
                        .append('\n'));
        Files.writeString(folder.resolve("merges.txt"), merges);
        Files.writeString(folder.resolve("words.txt"), String.join("\n", grammar.words()) + "\n");
    }

    private void json(String name, Object content) throws IOException {
        Files.writeString(folder.resolve(name), JSON.writeValueAsString(content) + "\n");
    }

    private static Map<String, Object> config(int vocabulary) {
        var text = tower("clip_text_model", TEXT_LAYERS);
        text.put("vocab_size", vocabulary);
        text.put("max_position_embeddings", CONTEXT);
        text.put("bos_token_id", vocabulary - 2);
        text.put("eos_token_id", vocabulary - 1);
        var vision = tower("clip_vision_model", VISION_LAYERS);
        vision.put("image_size", Framing.SIZE);
        vision.put("patch_size", PATCH);
        vision.put("num_channels", 3);
        var config = new LinkedHashMap<String, Object>();
        config.put("architectures", List.of("CLIPModel"));
        config.put("model_type", "clip");
        config.put("projection_dim", WIDTH);
        config.put("logit_scale_init_value", 2.6592);
        config.put("text_config", text);
        config.put("vision_config", vision);
        return config;
    }

    private static Map<String, Object> tower(String type, int layers) {
        var tower = new LinkedHashMap<String, Object>();
        tower.put("model_type", type);
        tower.put("hidden_size", WIDTH);
        tower.put("intermediate_size", 4 * WIDTH);
        tower.put("num_hidden_layers", layers);
        tower.put("num_attention_heads", HEADS);
        tower.put("hidden_act", "quick_gelu");
        tower.put("layer_norm_eps", 1e-5);
        tower.put("projection_dim", WIDTH);
        return tower;
    }

    private static Map<String, Object> preprocessor() {
        var preprocessor = new TreeMap<String, Object>();
        preprocessor.put("size", Framing.SIZE);
        preprocessor.put("crop_size", Framing.SIZE);
        preprocessor.put("do_resize", true);
        preprocessor.put("do_center_crop", true);
        preprocessor.put("do_normalize", true);
        preprocessor.put("resample", 3);
        // OpenAI's means and standard deviations, which every CLIP states.
        preprocessor.put("image_mean", List.of(.48145466, .4578275, .40821073));
        preprocessor.put("image_std", List.of(.26862954, .26130258, .27577711));
        return preprocessor;
    }
}
