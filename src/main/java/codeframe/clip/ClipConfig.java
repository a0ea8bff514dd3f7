package codeframe.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shapes of the weights cannot tell about a model. Numbers that a file leaves out, as Hugging Face's may,
 * are 0 here and follow from the weights.
 */
record ClipConfig(
        boolean quickGelu,
        double epsilon,
        int imageHeads,
        int textHeads,
        int bos,
        int eos,
        double initialScale,
        Pixel pixel) {

    /** How an image becomes the model's input: shorter side, square crop, mean and deviation of the channels. */
    record Pixel(int size, int crop, List<Double> mean, List<Double> deviation) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPEN_CLIP = "open_clip_config.json";
    private static final int BICUBIC = 3;
    /** Width of an attention head in every published CLIP; config.json wins. */
    private static final int HEAD = 64;
    /** Mean and deviation of OpenAI's training images, used by all that do not say otherwise. */
    private static final List<Double> MEAN = List.of(0.48145466, 0.4578275, 0.40821073);

    private static final List<Double> DEVIATION = List.of(0.26862954, 0.26130258, 0.27577711);
    /** ln(1 / 0.07), where training starts. */
    private static final double INITIAL_SCALE = 2.6592;

    static ClipConfig read(Path directory) {
        if (Files.isRegularFile(directory.resolve("config.json"))) {
            return huggingFace(
                    json(directory.resolve("config.json")), optional(directory.resolve("preprocessor_config.json")));
        }
        if (Files.isRegularFile(directory.resolve(OPEN_CLIP))) {
            return openClip(json(directory.resolve(OPEN_CLIP)));
        }
        throw new BrokenModel("The folder has no config.json, which says how the model is built.");
    }

    private static ClipConfig huggingFace(JsonNode config, JsonNode pixels) {
        var text = config.path("text_config");
        var vision = config.path("vision_config");
        if (!vision.isObject()) {
            throw new BrokenModel("config.json describes no image tower (vision_config), so this is no CLIP model.");
        }
        int size = vision.path("image_size").asInt();
        return new ClipConfig(
                quick(vision.path("hidden_act").asText("quick_gelu")),
                vision.path("layer_norm_eps").asDouble(1e-5),
                vision.path("num_attention_heads").asInt(),
                text.path("num_attention_heads").asInt(),
                text.path("bos_token_id").asInt(-1),
                text.path("eos_token_id").asInt(-1),
                config.path("logit_scale_init_value").asDouble(INITIAL_SCALE),
                pixel(pixels, size));
    }

    private static Pixel pixel(JsonNode node, int imageSize) {
        int resample = node.path("resample").asInt(BICUBIC);
        if (resample != BICUBIC) {
            throw new BrokenModel("This model wants its images resized by Pillow's method " + resample
                    + "; only bicubic (3) is offered, and anything else would change its answers.");
        }
        return new Pixel(
                side(node.path("size"), imageSize),
                side(node.path("crop_size"), imageSize),
                numbers(node.path("image_mean"), MEAN),
                numbers(node.path("image_std"), DEVIATION));
    }

    private static ClipConfig openClip(JsonNode config) {
        var model = config.path("model_cfg");
        var vision = model.path("vision_cfg");
        var preprocess = config.path("preprocess_cfg");
        if (!vision.path("width").isInt() || !vision.path("layers").isInt()) {
            throw new BrokenModel(
                    "Only CLIP models with a vision transformer can be used; this one has another build.");
        }
        int size = vision.path("image_size").asInt();
        return new ClipConfig(
                model.path("quick_gelu").asBoolean(false),
                1e-5,
                vision.path("width").asInt() / vision.path("head_width").asInt(HEAD),
                model.path("text_cfg").path("heads").asInt(),
                -1,
                -1,
                INITIAL_SCALE,
                new Pixel(
                        size,
                        size,
                        numbers(preprocess.path("mean"), MEAN),
                        numbers(preprocess.path("std"), DEVIATION)));
    }

    private static boolean quick(String activation) {
        return switch (activation) {
            case "quick_gelu" -> true;
            case "gelu" -> false;
            default ->
                throw new BrokenModel(
                        "config.json names the activation “" + activation + "”; CLIP models use quick_gelu or gelu.");
        };
    }

    /** Written as 224, as {"shortest_edge": 224} or as {"height": 224, "width": 224} over the years. */
    private static int side(JsonNode node, int otherwise) {
        if (node.isInt()) {
            return node.intValue();
        }
        int height = node.path("height").asInt(otherwise);
        if (node.path("width").asInt(height) != height) {
            throw new BrokenModel("This model takes images that are not square, which CLIP models do not.");
        }
        return node.path("shortest_edge").asInt(height);
    }

    private static List<Double> numbers(JsonNode node, List<Double> otherwise) {
        var numbers = new ArrayList<Double>();
        node.forEach(number -> numbers.add(number.asDouble()));
        return numbers.size() == 3 ? numbers : otherwise;
    }

    private static JsonNode optional(Path file) {
        return Files.isRegularFile(file) ? json(file) : MissingNode.getInstance();
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BrokenModel("The file " + file.getFileName() + " cannot be read as JSON.", e);
        }
    }

    int imageHeads(int width) {
        return heads(imageHeads, width);
    }

    int textHeads(int width) {
        return heads(textHeads, width);
    }

    private static int heads(int configured, int width) {
        int heads = configured > 0 ? configured : Math.max(1, width / HEAD);
        if (width % heads != 0) {
            throw new BrokenModel(
                    "config.json names " + heads + " attention heads, which do not divide " + width + ".");
        }
        return heads;
    }

    /** The pixel sizes, from the weights where the files are silent; the input cannot be of another size. */
    Pixel pixel(int imageSize) {
        int crop = pixel.crop == 0 ? imageSize : pixel.crop;
        int size = pixel.size == 0 ? imageSize : pixel.size;
        if (crop != imageSize || size < crop) {
            throw new BrokenModel(
                    "The preprocessor cuts images to " + crop + " pixels, but the weights take " + imageSize + ".");
        }
        return new Pixel(size, crop, pixel.mean, pixel.deviation);
    }
}
