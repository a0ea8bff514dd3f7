package codeframe.demo.training;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a model as Hugging Face lays one out: configuration, words, half-precision weights. */
final class ModelFolder {
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    void write(Weights weights, WordPieces pieces, Grammar grammar) throws IOException {
        Files.createDirectories(folder);
        json("config.json", config(pieces.vocabulary().size()));
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
        safetensors(weights);
    }

    private void json(String name, Object content) throws IOException {
        Files.writeString(folder.resolve(name), JSON.writeValueAsString(content) + "\n");
    }

    private static Map<String, Object> config(int vocabulary) {
        var text = tower("clip_text_model", TinyClip.TEXT_LAYERS);
        text.put("vocab_size", vocabulary);
        text.put("max_position_embeddings", TinyClip.CONTEXT);
        text.put("bos_token_id", vocabulary - 2);
        text.put("eos_token_id", vocabulary - 1);
        var vision = tower("clip_vision_model", TinyClip.VISION_LAYERS);
        vision.put("image_size", Framing.SIZE);
        vision.put("patch_size", TinyClip.PATCH);
        vision.put("num_channels", 3);
        var config = new LinkedHashMap<String, Object>();
        config.put("architectures", List.of("CLIPModel"));
        config.put("model_type", "clip");
        config.put("projection_dim", TinyClip.PROJECTION);
        config.put("logit_scale_init_value", 2.6592);
        config.put("text_config", text);
        config.put("vision_config", vision);
        return config;
    }

    private static Map<String, Object> tower(String type, int layers) {
        var tower = new LinkedHashMap<String, Object>();
        tower.put("model_type", type);
        tower.put("hidden_size", TinyClip.WIDTH);
        tower.put("intermediate_size", 4 * TinyClip.WIDTH);
        tower.put("num_hidden_layers", layers);
        tower.put("num_attention_heads", TinyClip.HEADS);
        tower.put("hidden_act", "quick_gelu");
        tower.put("layer_norm_eps", 1e-5);
        tower.put("projection_dim", TinyClip.PROJECTION);
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
        preprocessor.put("image_mean", Framing.MEAN);
        preprocessor.put("image_std", Framing.DEVIATION);
        return preprocessor;
    }

    /** The safetensors format: length of the header, header in JSON, then the tensors one after the other. */
    private void safetensors(Weights weights) throws IOException {
        var header = new LinkedHashMap<String, Object>();
        header.put("__metadata__", Map.of("format", "pt"));
        long at = 0;
        for (var entry : weights.tensors().entrySet()) {
            long size = entry.getValue().size() * 2;
            header.put(
                    entry.getKey(),
                    Map.of("dtype", "F16", "shape", shape(entry), "data_offsets", List.of(at, at + size)));
            at += size;
        }
        var unfinished = folder.resolve("model.safetensors.part");
        try (var out = Files.newOutputStream(unfinished)) {
            header(out, header);
            for (var tensor : weights.tensors().values()) {
                out.write(halves(tensor));
            }
        }
        Files.move(unfinished, folder.resolve("model.safetensors"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void header(OutputStream out, Map<String, Object> header) throws IOException {
        var text = new ObjectMapper().writeValueAsString(header);
        var bytes = (text + " ".repeat(-text.length() & 7)).getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length)
                .array());
        out.write(bytes);
    }

    private static List<Long> shape(Map.Entry<String, NDArray> tensor) {
        if (tensor.getKey().equals("logit_scale")) {
            return List.of();
        }
        if (tensor.getKey().endsWith("patch_embedding.weight")) {
            return List.of((long) TinyClip.WIDTH, 3L, (long) TinyClip.PATCH, (long) TinyClip.PATCH);
        }
        return java.util.Arrays.stream(tensor.getValue().getShape().getShape())
                .boxed()
                .toList();
    }

    private static byte[] halves(NDArray tensor) {
        var values = tensor.toFloatArray();
        var bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(HalfPrecision.of(value));
        }
        return bytes.array();
    }
}
