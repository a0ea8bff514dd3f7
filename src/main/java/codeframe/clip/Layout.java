package codeframe.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a checkpoint names its weights; the order of the lists is the order in which clip.ts takes them. */
record Layout(Tower image, Tower text) {
    /** The place of the matrix that widens a layer. */
    static final int INNER = 8;

    /**
     * The names of one tower's weights.
     *
     * @param head all that lies outside the layers
     * @param prefix of every name in a layer
     * @param layer after the prefix and the layer's number; several names make one weight, row below row
     * @param pool SigLIP's attention over the patches, a layer that stands alone; empty without one
     */
    record Tower(List<String> head, String prefix, List<List<String>> layer, List<List<String>> pool) {
        /** The names of the weights of a layer that become its k-th in clip.ts. */
        List<String> inLayer(int number, int k) {
            return layer.get(k).stream()
                    .map(name -> prefix + number + "." + name)
                    .toList();
        }

        private Tower withHead(List<String> names) {
            return new Tower(names, prefix, layer, pool);
        }
    }

    private static final List<List<String>> TRANSFORMERS = parts(
            "layer_norm1",
            "self_attn.q_proj|self_attn.k_proj|self_attn.v_proj",
            "self_attn.out_proj",
            "layer_norm2",
            "mlp.fc1",
            "mlp.fc2");
    private static final List<List<String>> OPENAIS =
            parts("ln_1", "attn.in_proj_", "attn.out_proj", "ln_2", "mlp.c_fc", "mlp.c_proj");
    private static final List<List<String>> TIMMS =
            parts("norm1", "attn.qkv", "attn.proj", "norm2", "mlp.fc1", "mlp.fc2");

    private static final Tower TRANSFORMERS_TEXT = new Tower(
            List.of(
                    "text_model.embeddings.token_embedding.weight",
                    "text_model.embeddings.position_embedding.weight",
                    "text_model.final_layer_norm.weight",
                    "text_model.final_layer_norm.bias",
                    "text_projection.weight"),
            "text_model.encoder.layers.",
            TRANSFORMERS,
            List.of());
    static final Layout HUGGING_FACE = new Layout(
            new Tower(
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
                    TRANSFORMERS,
                    List.of()),
            TRANSFORMERS_TEXT);
    static final Layout OPENAI = new Layout(
            new Tower(
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
                    OPENAIS,
                    List.of()),
            new Tower(
                    List.of(
                            "token_embedding.weight",
                            "positional_embedding",
                            "ln_final.weight",
                            "ln_final.bias",
                            "text_projection"),
                    "transformer.resblocks.",
                    OPENAIS,
                    List.of()));

    /** OpenCLIP's models with a text tower of their own: every name of it begins with "text.". */
    static final Layout OPEN_CLIP = new Layout(
            OPENAI.image,
            new Tower(
                    OPENAI.text.head.stream().map(name -> "text." + name).toList(),
                    "text." + OPENAI.text.prefix,
                    OPENAIS,
                    List.of()));

    private static final Layout TRANSFORMERS_SIGLIP = new Layout(
            new Tower(
                    List.of(
                            "vision_model.embeddings.patch_embedding.weight",
                            "vision_model.embeddings.patch_embedding.bias",
                            "vision_model.embeddings.position_embedding.weight",
                            "vision_model.head.probe"),
                    HUGGING_FACE.image.prefix,
                    TRANSFORMERS,
                    parts(
                            "vision_model.post_layernorm",
                            "vision_model.head.attention.in_proj_",
                            "vision_model.head.attention.out_proj",
                            "vision_model.head.layernorm",
                            "vision_model.head.mlp.fc1",
                            "vision_model.head.mlp.fc2")),
            TRANSFORMERS_TEXT.withHead(replaced(TRANSFORMERS_TEXT.head, "text_model.head.weight")));

    /** OpenCLIP's SigLIP has timm's image tower. */
    private static final Layout OPEN_CLIP_SIGLIP = new Layout(
            new Tower(
                    List.of(
                            "visual.trunk.patch_embed.proj.weight",
                            "visual.trunk.patch_embed.proj.bias",
                            "visual.trunk.pos_embed",
                            "visual.trunk.attn_pool.latent"),
                    "visual.trunk.blocks.",
                    TIMMS,
                    parts(
                            "visual.trunk.norm",
                            "visual.trunk.attn_pool.q|visual.trunk.attn_pool.kv",
                            "visual.trunk.attn_pool.proj",
                            "visual.trunk.attn_pool.norm",
                            "visual.trunk.attn_pool.mlp.fc1",
                            "visual.trunk.attn_pool.mlp.fc2")),
            OPEN_CLIP.text);

    /** Each with its weight and its bias. A name that ends with "_" goes on without a dot. */
    private static List<List<String>> parts(String... names) {
        var parts = new ArrayList<List<String>>();
        for (var name : names) {
            for (var ending : List.of("weight", "bias")) {
                parts.add(Stream.of(name.split("\\|"))
                        .map(one -> one + (one.endsWith("_") ? "" : ".") + ending)
                        .toList());
            }
        }
        return List.copyOf(parts);
    }

    private static List<String> replaced(List<String> head, String projection) {
        var names = new ArrayList<>(head);
        names.set(head.size() - 1, projection);
        return List.copyOf(names);
    }

    static Layout of(Checkpoint checkpoint, ClipConfig config) {
        boolean attends = config.image().attends();
        var layouts =
                attends ? List.of(TRANSFORMERS_SIGLIP, OPEN_CLIP_SIGLIP) : List.of(HUGGING_FACE, OPENAI, OPEN_CLIP);
        for (var layout : layouts) {
            if (checkpoint.names().contains(layout.image.head.get(0))
                    && checkpoint.names().contains(layout.text.head.get(0))) {
                return layout.with(config);
            }
        }
        throw new BrokenModel("These weights are not those of a CLIP or SigLIP model with a vision transformer: none of"
                + " the names that Hugging Face, OpenAI or OpenCLIP use for its first layers was found.");
    }

    private Layout with(ClipConfig config) {
        boolean without = !config.image().attends() && !config.image().normsFirst();
        return new Layout(
                without ? image.withHead(withoutFirstNorm()) : image,
                text.withHead(textHead(config.text().head())));
    }

    /** The last norm stands in the list for the one that the tower leaves out, and is not used there. */
    private List<String> withoutFirstNorm() {
        var names = new ArrayList<>(image.head);
        names.set(3, image.head.get(5));
        names.set(4, image.head.get(6));
        return names;
    }

    private List<String> textHead(TextTower.Head head) {
        var matrix = text.head.get(4);
        var names = new ArrayList<>(text.head.subList(0, 4));
        if (head == TextTower.Head.LINEAR) {
            var name = matrix.replaceFirst("\\.weight$", "");
            names.addAll(List.of(name + ".weight", name + ".bias"));
        } else if (head == TextTower.Head.MATRIX) {
            names.add(matrix);
        }
        return names;
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
