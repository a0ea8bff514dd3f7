package codeframe.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** config.json as transformers writes it: CLIPModel uses the fields read here and passes over all others. */
final class HuggingFaceConfig {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IMAGE_HEADS = 12;
    private static final int TEXT_HEADS = 8;
    /** What transformers wrote for the end mark before July 2023; models with it are read off at the highest token. */
    private static final int WRONG_EOS = 2;

    private HuggingFaceConfig() {}

    static ClipConfig read(Path directory) {
        var config = Fields.of(directory.resolve(ClipConfig.HUGGING_FACE));
        if (config.text("model_type", "").equals("siglip")) {
            return SiglipConfig.read(directory, config);
        }
        if (config.text("model_type", "").equals("siglip2")) {
            throw config.refused(
                    "model_type",
                    "that is NaFlex, which takes images of any shape. The SigLIP 2 models of fixed size, which say"
                            + " siglip, can be used");
        }
        if (!config.child("vision_config").isObject() && !config.has("vision_config_dict")) {
            throw new BrokenModel("config.json describes no image tower (vision_config), so this is no CLIP model.");
        }
        if (!config.text("model_type", "clip").equals("clip")) {
            throw config.refused("model_type", "models of the types clip and siglip are the ones that can be computed");
        }
        return new ClipConfig(
                image(tower(config, "vision_config", IMAGE_HEADS)),
                text(tower(config, "text_config", TEXT_HEADS)),
                config.integer("projection_dim", 0),
                config.number("logit_scale_init_value", ClipConfig.INITIAL_SCALE),
                HuggingFacePixel.clip(directory));
    }

    /** Older files have a second account of a tower, which counts where there is one, with the usual values it omits. */
    private static Fields tower(Fields config, String name, int heads) {
        var tower = config.child(name);
        if (!config.has(name + "_dict")) {
            return tower;
        }
        ObjectNode usual = JSON.createObjectNode();
        usual.put("hidden_act", "quick_gelu");
        usual.put("layer_norm_eps", Transformer.EPSILON);
        usual.put("num_attention_heads", heads);
        return tower.overlaid(usual).overlaid(config.get(name + "_dict"));
    }

    private static ImageTower image(Fields vision) {
        if (vision.integer("num_channels", 3) != 3) {
            throw vision.refused("num_channels", "images here have three colours");
        }
        return new ImageTower(
                transformer(vision, IMAGE_HEADS),
                vision.side("image_size", 0),
                vision.side("patch_size", 0),
                true,
                ImageTower.Pooling.CLASS);
    }

    private static TextTower text(Fields text) {
        int eos = text.integer("eos_token_id", -1);
        return TextTower.clip(
                transformer(text, TEXT_HEADS),
                text.integer("vocab_size", 0),
                text.integer("max_position_embeddings", 0),
                true,
                eos == WRONG_EOS ? TextTower.Pooling.HIGHEST : TextTower.Pooling.END,
                text.integer("bos_token_id", -1),
                eos,
                0);
    }

    private static Transformer transformer(Fields tower, int heads) {
        return new Transformer(
                Activation.of(tower, "hidden_act"),
                tower.number("layer_norm_eps", Transformer.EPSILON),
                tower.integer("hidden_size", 0),
                tower.integer("intermediate_size", 0),
                tower.integer("num_hidden_layers", 0),
                tower.integer("num_attention_heads", heads));
    }
}
