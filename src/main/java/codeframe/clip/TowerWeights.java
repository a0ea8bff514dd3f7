package codeframe.clip;

import java.util.ArrayList;
import java.util.List;

/** The weights of both towers in the order clip.ts wants them, every shape checked. */
record TowerWeights(List<Tensor> image, List<Tensor> text, Sizes sizes, double logitScale) {
    static final int IMAGE_HEAD = 8;
    static final int TEXT_HEAD = 5;
    private static final String SCALE = "logit_scale";

    /** @throws BrokenModel when they are not those of a model of this config */
    static TowerWeights of(Checkpoint checkpoint, ClipConfig config) {
        var layout = Layout.of(checkpoint, config.image().normsFirst());
        var sizes = WeightCheck.check(config, layout, checkpoint);
        return new TowerWeights(
                tower(checkpoint, layout, layout.image(), layout.imageLayer(), sizes.image()),
                tower(checkpoint, layout, layout.text(), layout.textLayer(), sizes.text()),
                sizes,
                Math.exp(
                        checkpoint.names().contains(SCALE)
                                ? checkpoint.tensor(SCALE).scalar()
                                : config.initialScale()));
    }

    private static List<Tensor> tower(
            Checkpoint checkpoint, Layout layout, List<String> head, String prefix, Transformer transformer) {
        var tensors = new ArrayList<Tensor>();
        for (var name : head) {
            var tensor = checkpoint.tensor(name);
            tensors.add(layout.isTransposed(name) ? tensor.transposed() : tensor);
        }
        for (int i = 0; i < transformer.layers(); i++) {
            for (int k = 0; k < layout.layer().size(); k++) {
                tensors.add(Tensor.concatenated(layout.inLayer(prefix, i, k).stream()
                        .map(checkpoint::tensor)
                        .toList()));
            }
        }
        return tensors;
    }

    int imageSize() {
        return sizes.size();
    }

    int context() {
        return sizes.context();
    }

    int dimensions() {
        return sizes.dimensions();
    }
}
