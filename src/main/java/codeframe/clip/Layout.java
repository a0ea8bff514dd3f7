package codeframe.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a checkpoint names its weights; the order of the lists is the order in which clip.ts takes them. */
record Layout(List<String> image, String imageLayer, List<String> text, String textLayer, List<List<String>> layer) {
    /** The place of the matrix that widens a layer. */
    static final int INNER = 8;

    static final Layout HUGGING_FACE = new Layout(
            List.of(
                    "vision_model.embeddings.patch_embedding.weight",
                    "vision_model.embeddings.class_embedding",
                    "vision_model.embeddings.position_embedding.weight",
                    "vision_model.pre_layrnorm.weight",
                    "vision_model.pre_layrnorm.bias",
                    "vision_model.post_layernorm.weight",
                    "vision_model.post_layernorm.bias",
                    "visual_projection.weight"),
            "vision_model.encoder.layers.",
            List.of(
                    "text_model.embeddings.token_embedding.weight",
                    "text_model.embeddings.position_embedding.weight",
                    "text_model.final_layer_norm.weight",
                    "text_model.final_layer_norm.bias",
                    "text_projection.weight"),
            "text_model.encoder.layers.",
            List.of(
                    List.of("layer_norm1.weight"),
                    List.of("layer_norm1.bias"),
                    List.of("self_attn.q_proj.weight", "self_attn.k_proj.weight", "self_attn.v_proj.weight"),
                    List.of("self_attn.q_proj.bias", "self_attn.k_proj.bias", "self_attn.v_proj.bias"),
                    List.of("self_attn.out_proj.weight"),
                    List.of("self_attn.out_proj.bias"),
                    List.of("layer_norm2.weight"),
                    List.of("layer_norm2.bias"),
                    List.of("mlp.fc1.weight"),
                    List.of("mlp.fc1.bias"),
                    List.of("mlp.fc2.weight"),
                    List.of("mlp.fc2.bias")));
    static final Layout OPENAI = new Layout(
            List.of(
                    "visual.conv1.weight",
                    "visual.class_embedding",
                    "visual.positional_embedding",
                    "visual.ln_pre.weight",
                    "visual.ln_pre.bias",
                    "visual.ln_post.weight",
                    "visual.ln_post.bias",
                    "visual.proj"),
            "visual.transformer.resblocks.",
            List.of(
                    "token_embedding.weight",
                    "positional_embedding",
                    "ln_final.weight",
                    "ln_final.bias",
                    "text_projection"),
            "transformer.resblocks.",
            List.of(
                    List.of("ln_1.weight"),
                    List.of("ln_1.bias"),
                    List.of("attn.in_proj_weight"),
                    List.of("attn.in_proj_bias"),
                    List.of("attn.out_proj.weight"),
                    List.of("attn.out_proj.bias"),
                    List.of("ln_2.weight"),
                    List.of("ln_2.bias"),
                    List.of("mlp.c_fc.weight"),
                    List.of("mlp.c_fc.bias"),
                    List.of("mlp.c_proj.weight"),
                    List.of("mlp.c_proj.bias")));

    /** OpenCLIP's models with a text tower of their own: every name of it begins with "text.". */
    static final Layout OPEN_CLIP = new Layout(
            OPENAI.image,
            OPENAI.imageLayer,
            OPENAI.text.stream().map(name -> "text." + name).toList(),
            "text." + OPENAI.textLayer,
            OPENAI.layer);

    static Layout of(Checkpoint checkpoint, boolean normsFirst) {
        for (var layout : List.of(HUGGING_FACE, OPENAI, OPEN_CLIP)) {
            if (checkpoint.names().contains(layout.image.get(0))
                    && checkpoint.names().contains(layout.text.get(0))) {
                return normsFirst ? layout : layout.withoutFirstNorm();
            }
        }
        throw new BrokenModel("These weights are not those of a CLIP model with a vision transformer: none of the"
                + " names that Hugging Face, OpenAI or OpenCLIP use for its first layers was found.");
    }

    /** The last norm stands in the list for the one that the tower leaves out, and is not used there. */
    private Layout withoutFirstNorm() {
        var names = new ArrayList<>(image);
        names.set(3, image.get(5));
        names.set(4, image.get(6));
        return new Layout(names, imageLayer, text, textLayer, layer);
    }

    /** The names of the weights of a layer that become its k-th in clip.ts. */
    List<String> inLayer(String prefix, int layer, int k) {
        return this.layer.get(k).stream()
                .map(name -> prefix + layer + "." + name)
                .toList();
    }

    /** Whether a name belongs to one of the towers, so that a weight of it would have an effect. */
    boolean isOfTower(String name) {
        return Stream.of("vision_model.", "text_model.", "visual.", "transformer.", "text.")
                .anyMatch(name::startsWith);
    }

    /** OpenAI multiplies by its projections from the right, torch.linear from the left. */
    boolean isTransposed(String name) {
        return name.equals("visual.proj") || name.endsWith("text_projection");
    }
}
