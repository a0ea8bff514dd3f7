package codeframe.vote;

import codeframe.statistics.vote.Crowdlab;
import codeframe.statistics.vote.DawidSkene;
import java.util.Map;

/**
 * What a rule knows of all images; of majority and unanimity nothing.
 *
 * @param weights by motion and fold, the last of all gold: a voter's weight
 * @param folds of the images with gold, by their number
 * @param confusion by motion
 * @param crowdlab by motion
 */
record VoteFit(
        Map<String, double[][]> weights,
        Map<Long, Integer> folds,
        Map<String, Confusion> confusion,
        Map<String, Crowdlab> crowdlab) {
    static final VoteFit NONE = new VoteFit(Map.of(), Map.of(), Map.of(), Map.of());
    static final int FOLDS = 5;

    /** Dawid and Skene's estimates without what they say of each image. */
    record Confusion(double[] share, double[][][] voters, double objective, int rounds) {
        static Confusion of(DawidSkene fit) {
            return new Confusion(fit.share(), fit.confusion(), fit.objective(), fit.rounds());
        }

        DawidSkene judge() {
            return new DawidSkene(share, voters, new double[0][], objective, rounds);
        }
    }

    /** An image with gold is decided by weights that its gold had no part in. */
    double[] weights(Motion motion, long image) {
        return weights.get(motion.key())[folds.getOrDefault(image, FOLDS)];
    }
}
