package codeframe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;

/** CLIP's two towers (Radford et al. 2021), small. Gradients flow through every step of them. */
final class TinyClip {
    static final int WIDTH = 128;
    static final int HEADS = 2;
    static final int PROJECTION = 128;
    static final int TEXT_LAYERS = 2;
    static final int VISION_LAYERS = 3;
    static final int CONTEXT = 48;
    static final int PATCH = 24;
    static final int PATCHES = (Framing.SIZE / PATCH) * (Framing.SIZE / PATCH);
    static final int PATCH_VALUES = 3 * PATCH * PATCH;
    private static final float EPSILON = 1e-5f;

    private final Weights weights;

    TinyClip(Weights weights) {
        this.weights = weights;
    }

    /** Cuts planes into patches, in the order of the convolution that reads them. */
    static void patches(float[] planes, float[] into, int picture) {
        int side = Framing.SIZE / PATCH;
        int to = picture * PATCHES * PATCH_VALUES;
        for (int patch = 0; patch < PATCHES; patch++) {
            for (int plane = 0; plane < 3; plane++) {
                for (int row = 0; row < PATCH; row++) {
                    int y = patch / side * PATCH + row;
                    int from = (plane * Framing.SIZE + y) * Framing.SIZE + patch % side * PATCH;
                    System.arraycopy(planes, from, into, to, PATCH);
                    to += PATCH;
                }
            }
        }
    }

    /** Unit vectors of pictures, from their patches (pictures × patches × values). */
    NDArray pictures(NDArray patches) {
        long pictures = patches.getShape().get(0);
        var seen = Linear.linear(patches, weights.get("vision_model.embeddings.patch_embedding.weight"))
                .singletonOrThrow();
        var start = patches.getManager()
                .zeros(new Shape(pictures, 1, WIDTH))
                .add(weights.get("vision_model.embeddings.class_embedding"));
        var x = NDArrays.concat(new NDList(start, seen), 1)
                .add(weights.get("vision_model.embeddings.position_embedding.weight"));
        x = norm(x, "vision_model.pre_layrnorm");
        for (int layer = 0; layer < VISION_LAYERS; layer++) {
            x = layer(x, "vision_model.encoder.layers." + layer + ".", null);
        }
        x = norm(x.get(":,0"), "vision_model.post_layernorm");
        return unit(Linear.linear(x, weights.get("visual_projection.weight")).singletonOrThrow());
    }

    /** Unit vectors of texts, from their ids (texts × length) and a mark where each ends. */
    NDArray texts(NDArray ids, NDArray ends) {
        long texts = ids.getShape().get(0);
        long length = ids.getShape().get(1);
        var words = Embedding.embedding(
                        ids, weights.get("text_model.embeddings.token_embedding.weight"), SparseFormat.DENSE)
                .singletonOrThrow();
        var places = ids.getManager().arange(0, (int) length, 1, DataType.INT64);
        var x = words.add(Embedding.embedding(
                        places, weights.get("text_model.embeddings.position_embedding.weight"), SparseFormat.DENSE)
                .singletonOrThrow());
        var mask = causal(ids, (int) length);
        for (int layer = 0; layer < TEXT_LAYERS; layer++) {
            x = layer(x, "text_model.encoder.layers." + layer + ".", mask);
        }
        x = norm(x, "text_model.final_layer_norm");
        x = x.mul(ends.reshape(texts, length, 1)).sum(new int[] {1});
        return unit(Linear.linear(x, weights.get("text_projection.weight")).singletonOrThrow());
    }

    private static NDArray causal(NDArray ids, int length) {
        var mask = new float[length * length];
        for (int row = 0; row < length; row++) {
            for (int later = row + 1; later < length; later++) {
                mask[row * length + later] = -1e9f;
            }
        }
        return ids.getManager().create(mask, new Shape(length, length));
    }

    private NDArray layer(NDArray x, String name, NDArray mask) {
        var attended = x.add(attention(norm(x, name + "layer_norm1"), name + "self_attn.", mask));
        var inner = linear(norm(attended, name + "layer_norm2"), name + "mlp.fc1");
        // QuickGELU, as in OpenAI's weights.
        var active = inner.mul(Activation.sigmoid(inner.mul(1.702f)));
        return attended.add(linear(active, name + "mlp.fc2"));
    }

    private NDArray attention(NDArray x, String name, NDArray mask) {
        var q = heads(linear(x, name + "q_proj").mul((float) (1 / Math.sqrt(WIDTH / (double) HEADS))));
        var k = heads(linear(x, name + "k_proj"));
        var v = heads(linear(x, name + "v_proj"));
        var scores = q.matMul(k.transpose(0, 1, 3, 2));
        if (mask != null) {
            scores = scores.add(mask);
        }
        var mixed = scores.softmax(-1).matMul(v).transpose(0, 2, 1, 3).reshape(x.getShape());
        return linear(mixed, name + "out_proj");
    }

    private static NDArray heads(NDArray x) {
        return x.reshape(x.getShape().get(0), x.getShape().get(1), HEADS, WIDTH / HEADS)
                .transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray x, String name) {
        return Linear.linear(x, weights.get(name + ".weight"), weights.get(name + ".bias"))
                .singletonOrThrow();
    }

    private NDArray norm(NDArray x, String name) {
        return LayerNorm.layerNorm(
                        x, new Shape(WIDTH), weights.get(name + ".weight"), weights.get(name + ".bias"), EPSILON)
                .singletonOrThrow();
    }

    private static NDArray unit(NDArray x) {
        return x.div(x.mul(x).sum(new int[] {1}, true).sqrt());
    }

    /** What cosines are multiplied by before the softmax; learnt, and at most 100. */
    NDArray scaled(NDArray cosines) {
        var scale = cosines.getManager().ones(new Shape(1)).mul(weights.get("logit_scale"));
        return cosines.mul(scale.clip(0, Math.log(100)).exp());
    }
}
