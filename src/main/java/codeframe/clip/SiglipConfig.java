package codeframe.clip;

import java.nio.file.Path;
import java.util.Set;

/**
 * config.json of a SigLIP or SigLIP 2 model of fixed size as transformers writes it: what it leaves out has SigLIP's
 * usual value, which is not CLIP's.
 */
final class SiglipConfig {
    private static final double EPSILON = 1e-6;
    private static final int HEADS = 12;
    private static final int CONTEXT = 64;
    private static final Set<String> GEMMA = Set.of("GemmaTokenizer", "GemmaTokenizerFast", "Siglip2Tokenizer");

    private SiglipConfig() {}

    static ClipConfig read(Path directory, Fields config) {
        var vision = config.child("vision_config");
        var text = config.child("text_config");
        if (vision.integer("num_channels", 3) != 3) {
            throw vision.refused("num_channels", "images here have three colours");
        }
        if (!vision.flag("vision_use_head", true)) {
            throw vision.refused("vision_use_head", "without it an image has no vector that phrases could be held to");
        }
        return new ClipConfig(
                new ImageTower(
                        transformer(vision),
                        vision.side("image_size", 0),
                        vision.side("patch_size", 0),
                        false,
                        ImageTower.Pooling.ATTENTION),
                new TextTower(
                        transformer(text),
                        text.integer("vocab_size", 0),
                        text.integer("max_position_embeddings", CONTEXT),
                        false,
                        TextTower.Pooling.LAST,
                        -1,
                        -1,
                        -1,
                        TextTower.Head.LINEAR,
                        cleaning(directory)),
                text.integer("projection_size", 0),
                ClipConfig.INITIAL_SCALE,
                HuggingFacePixel.siglip(directory));
    }

    /** SigLIP's own tokenizer drops punctuation, SigLIP 2 has Gemma's, which keeps it. */
    private static PhraseCleaning cleaning(Path directory) {
        var fields = Fields.of(directory.resolve(SentencePieces.CONFIG));
        var name = fields.text("tokenizer_class", "SiglipTokenizer");
        if (name.startsWith("SiglipTokenizer")) {
            return PhraseCleaning.WITHOUT_PUNCTUATION;
        } else if (GEMMA.contains(name)) {
            return PhraseCleaning.LOWER_CASE;
        }
        throw fields.refused("tokenizer_class", "the tokenizers of SigLIP are SiglipTokenizer and GemmaTokenizer");
    }

    private static Transformer transformer(Fields tower) {
        return new Transformer(
                tower.has("hidden_act") ? Activation.of(tower, "hidden_act") : Activation.GELU_TANH,
                tower.number("layer_norm_eps", EPSILON),
                tower.integer("hidden_size", 0),
                tower.integer("intermediate_size", 0),
                tower.integer("num_hidden_layers", 0),
                tower.integer("num_attention_heads", HEADS));
    }
}
