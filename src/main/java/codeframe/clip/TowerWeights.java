package codeframe.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The weights of both towers in the order clip.ts wants them, every shape checked.
 *
 * @param logitBias what is added to the scaled cosine of SigLIP, whose sigmoid is a probability; others have none
 */
record TowerWeights(List<Tensor> image, List<Tensor> text, Sizes sizes, double logitScale, OptionalDouble logitBias) {
    private static final String SCALE = "logit_scale";
    private static final String BIAS = "logit_bias";

    /** @throws BrokenModel when they are not those of a model of this config */
    static TowerWeights of(Checkpoint checkpoint, ClipConfig config) {
        var layout = Layout.of(checkpoint, config);
        var sizes = WeightCheck.check(config, layout, checkpoint);
        return new TowerWeights(
                tower(checkpoint, layout, layout.image(), sizes.image()),
                tower(checkpoint, layout, layout.text(), sizes.text()),
                sizes,
                Math.exp(
                        checkpoint.names().contains(SCALE)
                                ? checkpoint.tensor(SCALE).scalar()
                                : config.initialScale()),
                isSigmoid(checkpoint)
                        ? OptionalDouble.of(checkpoint.tensor(BIAS).scalar())
                        : OptionalDouble.empty());
    }

    private static List<Tensor> tower(
            Checkpoint checkpoint, Layout layout, Layout.Tower tower, Transformer transformer) {
        var tensors = new ArrayList<Tensor>();
        for (var name : tower.head()) {
            var tensor = checkpoint.tensor(name);
            tensors.add(layout.isTransposed(name) ? tensor.transposed() : tensor);
        }
        for (int i = 0; i < transformer.layers(); i++) {
            for (int k = 0; k < tower.layer().size(); k++) {
                tensors.add(whole(checkpoint, tower.inLayer(i, k)));
            }
        }
        tower.pool().forEach(names -> tensors.add(whole(checkpoint, names)));
        return tensors;
    }

    private static Tensor whole(Checkpoint checkpoint, List<String> names) {
        return Tensor.concatenated(names.stream().map(checkpoint::tensor).toList());
    }

    /** Whether it was trained by a sigmoid, so that every phrase has a probability by itself. */
    static boolean isSigmoid(Checkpoint checkpoint) {
        return checkpoint.names().contains(BIAS);
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
