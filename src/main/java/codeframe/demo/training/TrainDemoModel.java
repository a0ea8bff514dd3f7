package codeframe.demo.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import codeframe.demo.Chance;
import codeframe.demo.Kind;
import codeframe.demo.Scene;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains the demo model and writes its folder: {@code TrainDemoModel FOLDER [STEPS [SEED]]}. MODEL_CARD.md tells the
 * whole command. The folder is written every 100 steps, so that a broken-off training leaves a model.
 */
public final class TrainDemoModel {
    private static final int BATCH = 88;
    private static final int WARM_UP = 100;
    private static final double RATE = 1e-3;
    private static final int MERGES = 1500;

    private final int steps;
    private final Grammar grammar = new Grammar();
    private final WordPieces pieces;
    private final Batches batches;
    private final Weights weights;
    private final TinyClip model;
    private final AdamW optimiser;
    private final NDManager manager;

    private TrainDemoModel(NDManager manager, int steps, long seed) {
        this.manager = manager;
        this.steps = steps;
        var chance = new Chance(seed);
        pieces = WordPieces.learn(grammar.sayings(20, chance), MERGES);
        batches = new Batches(new Captions(grammar), pieces, seed, BATCH);
        weights = new Weights(manager, pieces.vocabulary().size(), chance);
        model = new TinyClip(weights);
        optimiser = new AdamW(weights);
    }

    public static void main(String[] arguments) throws IOException {
        var folder = new ModelFolder(Path.of(arguments[0]));
        int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1600;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        // Java's graphics must be loaded before PyTorch: the other way round, gradients crash.
        Scene.draw(Kind.POSTER, Framing.SIZE, Framing.SIZE, 0);
        try (var manager = NDManager.newBaseManager()) {
            new TrainDemoModel(manager, steps, seed).train(folder);
        }
    }

    private void train(ModelFolder folder) throws IOException {
        double sum = 0;
        long start = System.nanoTime();
        for (int step = 1; step <= steps; step++) {
            sum += learn(batches.next(), rate(step));
            if (step % 10 == 0) {
                System.out.printf(
                        "step %d loss %.4f seconds %.0f%n", step, sum / 10, (System.nanoTime() - start) / 1e9);
                sum = 0;
            }
            if (step % 100 == 0 || step == steps) {
                folder.write(weights, pieces, grammar);
            }
        }
    }

    /** Rises for the first steps, then falls along a cosine to nothing. */
    private double rate(int step) {
        double share = (step - 1) / (double) steps;
        return RATE * Math.min(1, step / (double) WARM_UP) * (.5 + .5 * Math.cos(Math.PI * share)) + 1e-6;
    }

    private float learn(Batch batch, double rate) {
        try (var scratch = manager.newSubManager()) {
            float value;
            try (var gradients = Engine.getInstance().newGradientCollector()) {
                var shape = new Shape(batch.size(), TinyClip.PATCHES, TinyClip.PATCH_VALUES);
                var pictures = model.pictures(scratch.create(batch.patches(), shape));
                var texts = new Shape(batch.size(), batch.length());
                var captions = model.texts(scratch.create(batch.ids(), texts), scratch.create(batch.ends(), texts));
                var holds = scratch.create(batch.holds(), new Shape(batch.size(), batch.size()));
                var loss = Loss.loss(model.scaled(pictures.matMul(captions.transpose())), holds);
                gradients.backward(loss);
                value = loss.getFloat();
            }
            optimiser.step(scratch, rate);
            return value;
        }
    }
}
