package codeframe.clip;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The image tower of OpenCLIP's SigLIP models, which is timm's: the config gives its name, and the name stands for what
 * the weights cannot tell. Names and values as in timm's vision_transformer.py.
 */
final class TimmTower {
    private static final double EPSILON = 1e-6;
    private static final Pattern NAME = Pattern.compile("vit_(base|large|so400m|giantopt)_patch(\\d+)_siglip_(\\d+)");
    private static final Map<String, Integer> HEADS = Map.of("base", 12, "large", 16, "so400m", 16, "giantopt", 16);
    /** Besides all of giantopt, these are computed with the tanh form of GELU, the others with the exact one. */
    private static final Set<String> TANH = Set.of(
            "vit_base_patch32_siglip_256",
            "vit_large_patch16_siglip_512",
            "vit_so400m_patch16_siglip_256",
            "vit_so400m_patch16_siglip_384",
            "vit_so400m_patch16_siglip_512");

    private static final Set<String> IMAGE = Set.of(
            "image_size",
            "timm_model_name",
            "timm_model_pretrained",
            "timm_pool",
            "timm_proj",
            "timm_drop",
            "timm_drop_path",
            "timm_model_kwargs",
            "patch_dropout",
            "output_tokens");
    private static final Set<String> BUILD =
            Set.of("img_size", "patch_size", "embed_dim", "depth", "num_heads", "mlp_ratio", "act_layer");

    private TimmTower() {}

    static ImageTower read(Fields vision) {
        vision.refuseAllBut(IMAGE);
        var name = vision.text("timm_model_name", "");
        var known = NAME.matcher(name);
        if (!known.matches()) {
            throw vision.refused(
                    "timm_model_name",
                    "of timm’s image towers those of SigLIP are the ones that can be computed (vit_…_siglip_…)");
        }
        only(vision, "timm_pool", "map");
        only(vision, "timm_proj", "none");
        var build = vision.child("timm_model_kwargs");
        build.refuseAllBut(BUILD);
        return new ImageTower(
                new Transformer(
                        activation(name, build),
                        EPSILON,
                        build.integer("embed_dim", 0),
                        0,
                        build.integer("depth", 0),
                        build.integer("num_heads", HEADS.get(known.group(1)))),
                build.side("img_size", vision.side("image_size", Integer.parseInt(known.group(3)))),
                build.side("patch_size", Integer.parseInt(known.group(2))),
                false,
                ImageTower.Pooling.ATTENTION);
    }

    private static void only(Fields vision, String name, String value) {
        if (vision.says(name) && !vision.text(name, "").equals(value)) {
            throw vision.refused(name, "SigLIP’s towers have " + value);
        }
    }

    private static Activation activation(String name, Fields build) {
        if (!build.has("act_layer")) {
            return name.startsWith("vit_giantopt") || TANH.contains(name) ? Activation.GELU_TANH : Activation.GELU;
        }
        return switch (build.text("act_layer", "")) {
            case "gelu" -> Activation.GELU;
            case "gelu_tanh" -> Activation.GELU_TANH;
            default -> throw build.refused("act_layer", "it may be gelu or gelu_tanh");
        };
    }
}
