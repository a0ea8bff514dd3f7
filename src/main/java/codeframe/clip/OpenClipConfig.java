package codeframe.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * open_clip_config.json. What it leaves out has OpenCLIP's usual value; what it sets is followed, means nothing for a
 * model that is only used, or is refused.
 */
final class OpenClipConfig {
    private static final Set<String> MODEL = names("embed_dim vision_cfg text_cfg quick_gelu custom_text"
            + " init_logit_scale init_logit_bias nonscalar_logit_scale output_dict cast_dtype");
    private static final Set<String> IMAGE = names("layers width head_width mlp_ratio patch_size image_size no_ln_pre"
            + " pos_embed_type final_ln_after_pool pool_type act_kwargs norm_kwargs patch_dropout output_tokens"
            + " attn_pooler_queries attn_pooler_heads image_seq_len timm_pool timm_proj timm_drop timm_drop_path");
    private static final Set<String> TEXT = names("context_length vocab_size hf_tokenizer_name width heads layers"
            + " mlp_ratio pad_id bos_id eos_id no_causal_mask final_ln_after_pool pool_type text_arch proj_type act_kwargs"
            + " norm_kwargs output_tokens hf_model_pretrained hf_proj_type hf_pooler_type proj_bias tokenizer_kwargs");
    private static final Set<String> PIXEL = names("size mode mean std interpolation resize_mode fill_color");

    private static Set<String> names(String words) {
        return Set.of(words.split(" "));
    }

    private OpenClipConfig() {}

    static ClipConfig read(Path directory) {
        var config = Fields.of(directory.resolve(ClipConfig.OPEN_CLIP));
        var model = config.child("model_cfg");
        model.refuseAllBut(MODEL);
        return new ClipConfig(
                image(model, model.child("vision_cfg")),
                text(model, model.child("text_cfg")),
                model.integer("embed_dim", 0),
                model.number("init_logit_scale", ClipConfig.INITIAL_SCALE),
                pixel(config.child("preprocess_cfg")));
    }

    private static ImageTower image(Fields model, Fields vision) {
        if (vision.says("timm_model_name")) {
            return TimmTower.read(vision);
        } else if (vision.get("layers").isArray()) {
            throw vision.refused(
                    "layers", "of CLIP’s own models only those with OpenAI’s vision transformer can be used");
        }
        vision.refuseAllBut(IMAGE);
        allowed(vision, "pos_embed_type", "learnable", "sin_cos_2d");
        int width = vision.integer("width", 768);
        var pool = allowed(vision, "pool_type", "tok", "avg");
        return new ImageTower(
                transformer(model, vision, width, width / vision.integer("head_width", 64)),
                vision.side("image_size", 224),
                vision.side("patch_size", 16),
                !vision.flag("no_ln_pre", false),
                pooling(pool, vision.flag("final_ln_after_pool", false)));
    }

    private static ImageTower.Pooling pooling(String pool, boolean after) {
        if (pool.equals("tok")) {
            return ImageTower.Pooling.CLASS;
        }
        return after ? ImageTower.Pooling.MEAN_NORMED : ImageTower.Pooling.MEAN;
    }

    private static TextTower text(Fields model, Fields text) {
        text.refuseAllBut(TEXT);
        allowed(text, "text_arch", "clip");
        var cleaning = cleaning(text.child("tokenizer_kwargs"));
        return new TextTower(
                transformer(model, text, text.integer("width", 512), text.integer("heads", 8)),
                text.integer("vocab_size", 49408),
                text.integer("context_length", 77),
                !text.flag("no_causal_mask", false),
                pooling(text),
                -1,
                text.integer("eos_id", -1),
                text.integer("pad_id", 0),
                head(text),
                cleaning);
    }

    private static TextTower.Head head(Fields text) {
        if (allowed(text, "proj_type", "linear", "none").equals("none")) {
            return TextTower.Head.NONE;
        }
        return text.flag("proj_bias", false) ? TextTower.Head.LINEAR : TextTower.Head.MATRIX;
    }

    /** SigLIP’s models say how phrases are cleaned, and have a tokenizer of their own. */
    private static PhraseCleaning cleaning(Fields tokenizer) {
        tokenizer.refuseAllBut(Set.of("clean"));
        return allowed(tokenizer, "clean", "", "canonicalize").isEmpty()
                ? PhraseCleaning.OPENAI
                : PhraseCleaning.CANONICAL;
    }

    private static TextTower.Pooling pooling(Fields text) {
        return switch (allowed(text, "pool_type", "argmax", "eos", "first", "last")) {
            case "eos" -> TextTower.Pooling.END;
            case "first" -> TextTower.Pooling.FIRST;
            case "last" -> TextTower.Pooling.LAST;
            default -> TextTower.Pooling.HIGHEST;
        };
    }

    private static Transformer transformer(Fields model, Fields tower, int width, int heads) {
        var norm = tower.child("norm_kwargs");
        norm.refuseAllBut(Set.of("eps"));
        return new Transformer(
                activation(model, tower),
                norm.number("eps", Transformer.EPSILON),
                width,
                (int) (width * tower.number("mlp_ratio", 4)),
                tower.integer("layers", 12),
                heads);
    }

    private static Activation activation(Fields model, Fields tower) {
        boolean quick = model.flag("quick_gelu", false);
        var arguments = tower.child("act_kwargs");
        arguments.refuseAllBut(Set.of("approximate"));
        if (quick && arguments.says("approximate")) {
            throw arguments.refused("approximate", "quick_gelu, which the model has too, knows no approximation");
        }
        var form = allowed(arguments, "approximate", "none", "tanh");
        if (quick) {
            return Activation.QUICK_GELU;
        }
        return form.equals("tanh") ? Activation.GELU_TANH : Activation.GELU;
    }

    /** The size written here is passed over, as it is by OpenCLIP: that of the model counts. */
    private static Pixel pixel(Fields fields) {
        fields.refuseAllBut(PIXEL);
        allowed(fields, "mode", "RGB");
        var kind = switch (allowed(fields, "resize_mode", "shortest", "squash", "longest")) {
            case "squash" -> Resizing.Kind.SQUASH;
            case "longest" -> Resizing.Kind.LONGEST;
            default -> Resizing.Kind.SHORTEST;
        };
        boolean random = fields.get("interpolation").asText().equals("random");
        return new Pixel(
                new Resizing(kind, 0),
                random ? Filter.BICUBIC : Filter.of(fields, "interpolation"),
                0,
                fields.channels("fill_color", Pixel.BLACK),
                Pixel.FACTOR,
                fields.channels("mean", Pixel.MEAN),
                fields.divisors("std", Pixel.DEVIATION));
    }

    /** The first is the usual value. */
    private static String allowed(Fields fields, String name, String... values) {
        var value = fields.text(name, values[0]);
        if (!List.of(values).contains(value)) {
            throw fields.refused(name, "it may be " + String.join(" or ", values));
        }
        return value;
    }
}
