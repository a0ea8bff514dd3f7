package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A folder for each field of a model's files, against what transformers and OpenCLIP themselves make of it. */
class FieldsTest {
    private static final List<String> PHRASES = List.of("a crowd at a rally", "a poster");
    private static final int EVERY = 997;

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> every_field_is_followed_as_its_authors_do() {
        return StreamSupport.stream(Golden.json("fields.json").spliterator(), false)
                .map(one -> dynamicTest(one.get("name").asText(), () -> check(one)));
    }

    private void check(JsonNode one) throws IOException {
        var folder = folder(one);
        assertThat(ModelFolder.examined("tiny", folder, false).problem()).isEmpty();
        var picture = PreprocessTest.picture(
                one.get("picture").get(0).asInt(), one.get("picture").get(1).asInt());
        var preprocess = new Preprocess(ClipConfig.read(folder).pixel().sized(64));
        assertThat(PreprocessTest.sha256(preprocess.square(picture)))
                .isEqualTo(one.get("bytes").asText());
        try (var model = ClipModel.load(folder, Precision.FP32)) {
            var input = model.input(picture);
            for (int i = 0; i < one.get("input").size(); i++) {
                assertThat((double) input[EVERY * i])
                        .isCloseTo(one.get("input").get(i).asDouble(), within(2e-5));
            }
            assertClose(model.embedImages(List.of(picture))[0], one.get("image"));
            var texts = model.embedTexts(PHRASES);
            assertClose(texts[0], one.get("texts").get(0));
            assertClose(texts[1], one.get("texts").get(1));
            assertThat(model.logitScale()).isCloseTo(one.get("scale").asDouble(), within(1e-3));
        }
    }

    private Path folder(JsonNode one) throws IOException {
        var folder = TinyModel.install(Files.createTempDirectory(temporary, "model"));
        Files.delete(folder.resolve("config.json"));
        var files = one.get("files");
        for (var file : files.properties()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().toString());
        }
        var model = files.path("open_clip_config.json").path("model_cfg");
        var named = new LinkedHashMap<String, Tensor>();
        CheckpointFile.inOpenAiNames(TinyModel.weights()).forEach((name, tensor) -> {
            boolean left = name.contains("ln_pre")
                    && model.path("vision_cfg").path("no_ln_pre").asBoolean();
            if (!left && !name.equals(files.path("without").asText())) {
                named.put(model.path("custom_text").asBoolean() ? inTower(name) : name, tensor);
            }
        });
        CheckpointFile.write(folder.resolve("model.safetensors"), named);
        return folder;
    }

    private static String inTower(String name) {
        return name.startsWith("visual.") || name.equals("logit_scale") ? name : "text." + name;
    }

    private static void assertClose(float[] vector, JsonNode expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat((double) vector[i]).isCloseTo(expected.get(i).asDouble(), within(2e-5));
        }
    }

    private static final Map<String, String> HUGGING_FACE = Map.ofEntries(
            Map.entry("vision_config.hidden_act", "\"relu\""),
            Map.entry("text_config.hidden_act", "\"gelu_10\""),
            Map.entry("vision_config.layer_norm_eps", "\"small\""),
            Map.entry("vision_config.num_channels", "4"),
            Map.entry("vision_config.image_size", "[64, 48]"),
            Map.entry("text_config.eos_token_id", "[1513, 7]"),
            Map.entry("model_type", "\"siglip2\""));
    private static final Map<String, String> PROCESSOR = Map.ofEntries(
            Map.entry("resample", "6"),
            Map.entry("image_processor_type", "\"SiglipImageProcessor\""),
            Map.entry("feature_extractor_type", "\"ViTFeatureExtractor\""),
            Map.entry("size", "{\"longest_edge\": 64}"),
            Map.entry("crop_size", "{\"height\": 64, \"width\": 32}"),
            Map.entry("do_center_crop", "false"),
            Map.entry("do_convert_rgb", "false"),
            Map.entry("do_pad", "true"),
            Map.entry("use_square_size", "true"),
            Map.entry("do_flip_channel_order", "true"),
            Map.entry("do_normalize", "\"yes\""),
            Map.entry("image_mean", "[0.5, 0.5]"),
            Map.entry("image_std", "[0.5, 0, 0.5]"),
            Map.entry("rescale_factor", "\"1/255\""));
    private static final Map<String, String> OPEN_CLIP = Map.ofEntries(
            Map.entry("model_cfg.multimodal_cfg", "{\"layers\": 12}"),
            Map.entry("model_cfg.vision_cfg.timm_model_name", "\"vit_base_patch16_224\""),
            Map.entry("model_cfg.vision_cfg.layers", "[3, 4, 6, 3]"),
            Map.entry("model_cfg.vision_cfg.pool_type", "\"none\""),
            Map.entry("model_cfg.vision_cfg.attentional_pool", "true"),
            Map.entry("model_cfg.vision_cfg.ls_init_value", "0.1"),
            Map.entry("model_cfg.vision_cfg.pos_embed_type", "\"rope\""),
            Map.entry("model_cfg.vision_cfg.qk_norm", "true"),
            Map.entry("model_cfg.vision_cfg.act_kwargs.approximate", "\"sigmoid\""),
            Map.entry("model_cfg.vision_cfg.norm_kwargs.elementwise_affine", "true"),
            Map.entry("model_cfg.text_cfg.hf_model_name", "\"xlm-roberta-base\""),
            Map.entry("model_cfg.text_cfg.embed_cls", "true"),
            Map.entry("model_cfg.text_cfg.proj_type", "\"mlp\""),
            Map.entry("model_cfg.text_cfg.pool_type", "\"none\""),
            Map.entry("model_cfg.text_cfg.text_arch", "\"modern\""),
            Map.entry("model_cfg.text_cfg.tokenizer_kwargs.clean", "\"lower\""),
            Map.entry("preprocess_cfg.resize_mode", "\"stretch\""),
            Map.entry("preprocess_cfg.interpolation", "\"mitchell\""),
            Map.entry("preprocess_cfg.mode", "\"L\""),
            Map.entry("preprocess_cfg.a_new_step", "true"));

    @TestFactory
    Stream<DynamicTest> what_cannot_be_followed_is_refused_by_its_name() {
        return Stream.of(
                        refusals("config.json", "", HUGGING_FACE),
                        refusals("preprocessor_config.json", "", PROCESSOR),
                        refusals("processor_config.json", "image_processor.", PROCESSOR),
                        refusals("open_clip_config.json", "", OPEN_CLIP))
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> refusals(String file, String prefix, Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> dynamicTest(
                        file + ": " + prefix + value.getKey(),
                        () -> refused(file, prefix + value.getKey(), value.getValue())));
    }

    private void refused(String file, String field, String value) throws IOException {
        var folder = TinyModel.install(Files.createTempDirectory(temporary, "model"));
        if (file.startsWith("open")) {
            Files.delete(folder.resolve("config.json"));
        }
        var object = "{\"" + field.replace(".", "\": {\"") + "\": " + value + "}".repeat(field.split("\\.").length);
        var whole = field.startsWith("text_config") || field.equals("model_type")
                ? Fields.of(folder.resolve(file))
                        .overlaid(Golden.parsed(object))
                        .node()
                        .toString()
                : object;
        Files.writeString(folder.resolve(file), whole);
        assertThat(ModelFolder.examined("tiny", folder, false).problem())
                .startsWith(file + " sets " + field + " to ")
                .contains("Use another model, or correct the file");
    }
}
