package codeframe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov & Hutter 2019); gradients are first cut to norm 1. */
final class AdamW {
    private static final double FIRST = .9;
    private static final double SECOND = .98;
    private static final double EPSILON = 1e-6;
    private static final double DECAY = .05;

    private final Weights weights;
    private final Map<String, NDArray> mean = new HashMap<>();
    private final Map<String, NDArray> square = new HashMap<>();
    private int steps;

    AdamW(Weights weights) {
        this.weights = weights;
        weights.tensors().forEach((name, tensor) -> {
            mean.put(name, tensor.zerosLike());
            square.put(name, tensor.zerosLike());
        });
    }

    void step(NDManager scratch, double rate) {
        steps++;
        double norm = 0;
        for (var tensor : weights.tensors().values()) {
            var gradient = tensor.getGradient();
            gradient.attach(scratch);
            norm += gradient.mul(gradient).sum().getFloat();
        }
        double cut = Math.min(1, 1 / Math.sqrt(norm));
        weights.tensors().forEach((name, tensor) -> update(scratch, name, tensor, rate, cut));
    }

    private void update(NDManager scratch, String name, NDArray tensor, double rate, double cut) {
        var held = tensor.getGradient();
        held.attach(scratch);
        var gradient = held.mul(cut);
        // PyTorch adds up the gradients of all steps unless they are taken back.
        held.subi(held);
        mean.get(name).muli(FIRST).addi(gradient.mul(1 - FIRST));
        square.get(name).muli(SECOND).addi(gradient.mul(gradient).mul(1 - SECOND));
        double firstBias = 1 - Math.pow(FIRST, steps);
        double secondBias = 1 - Math.pow(SECOND, steps);
        var deviation = gradient.zerosLike()
                .add(square.get(name))
                .div(secondBias)
                .sqrt()
                .add(EPSILON);
        var change = gradient.zerosLike().add(mean.get(name)).div(deviation).mul(rate / firstBias);
        tensor.setRequiresGradient(false);
        if (tensor.getShape().dimension() > 1) {
            tensor.muli(1 - rate * DECAY);
        }
        tensor.subi(change);
        tensor.setRequiresGradient(true);
    }
}
