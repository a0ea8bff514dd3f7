package codeframe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import codeframe.demo.Chance;
import java.util.LinkedHashMap;
import java.util.Map;

/** The learnable tensors under the names that Hugging Face gives to CLIP's. */
final class Weights {
    private final NDManager manager;
    private final Chance chance;
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();

    /** Fresh weights, random from the seed, with the deviations of OpenAI's own initialisation. */
    Weights(NDManager manager, int vocabulary, Chance chance) {
        this.manager = manager;
        this.chance = chance;
        int width = TinyClip.WIDTH;
        random("text_model.embeddings.token_embedding.weight", .02, vocabulary, width);
        random("text_model.embeddings.position_embedding.weight", .01, TinyClip.CONTEXT, width);
        layers("text_model", TinyClip.TEXT_LAYERS);
        norm("text_model.final_layer_norm");
        random("vision_model.embeddings.class_embedding", .02, width);
        random(
                "vision_model.embeddings.patch_embedding.weight",
                Math.pow(TinyClip.PATCH_VALUES, -.5),
                width,
                TinyClip.PATCH_VALUES);
        random("vision_model.embeddings.position_embedding.weight", .02, TinyClip.PATCHES + 1, width);
        norm("vision_model.pre_layrnorm");
        layers("vision_model", TinyClip.VISION_LAYERS);
        norm("vision_model.post_layernorm");
        random("visual_projection.weight", Math.pow(width, -.5), TinyClip.PROJECTION, width);
        random("text_projection.weight", Math.pow(width, -.5), TinyClip.PROJECTION, width);
        constant("logit_scale", (float) Math.log(1 / .07), 1);
    }

    private void layers(String tower, int layers) {
        double width = TinyClip.WIDTH;
        double residual = Math.pow(2.0 * layers, -.5);
        for (int i = 0; i < layers; i++) {
            var layer = tower + ".encoder.layers." + i + ".";
            norm(layer + "layer_norm1");
            for (var part : new String[] {"q", "k", "v"}) {
                linear(layer + "self_attn." + part + "_proj", Math.pow(width, -.5), TinyClip.WIDTH, TinyClip.WIDTH);
            }
            linear(layer + "self_attn.out_proj", Math.pow(width, -.5) * residual, TinyClip.WIDTH, TinyClip.WIDTH);
            norm(layer + "layer_norm2");
            linear(layer + "mlp.fc1", Math.pow(2 * width, -.5), 4 * TinyClip.WIDTH, TinyClip.WIDTH);
            linear(layer + "mlp.fc2", Math.pow(4 * width, -.5) * residual * 1.7, TinyClip.WIDTH, 4 * TinyClip.WIDTH);
        }
    }

    private void linear(String name, double deviation, long out, long in) {
        random(name + ".weight", deviation, out, in);
        constant(name + ".bias", 0, out);
    }

    private void norm(String name) {
        constant(name + ".weight", 1, TinyClip.WIDTH);
        constant(name + ".bias", 0, TinyClip.WIDTH);
    }

    private void constant(String name, float value, long size) {
        add(name, manager.full(new Shape(size), value));
    }

    private void random(String name, double deviation, long... shape) {
        var values = new float[(int) new Shape(shape).size()];
        for (int i = 0; i < values.length; i++) {
            // Box and Muller (1958).
            double radius = Math.sqrt(-2 * Math.log(1 - chance.between(0, 1)));
            values[i] = (float) (deviation * radius * Math.cos(chance.between(0, 2 * Math.PI)));
        }
        add(name, manager.create(values, new Shape(shape)));
    }

    private void add(String name, NDArray tensor) {
        tensor.setRequiresGradient(true);
        tensors.put(name, tensor);
    }

    NDArray get(String name) {
        return tensors.get(name);
    }

    Map<String, NDArray> tensors() {
        return tensors;
    }
}
