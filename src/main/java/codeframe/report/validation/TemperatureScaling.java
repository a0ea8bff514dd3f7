package codeframe.report.validation;

import codeframe.statistics.validation.Calibration;
import codeframe.statistics.validation.Predictions;
import codeframe.statistics.validation.Temperature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one temperature would do to a machine's probabilities.
 *
 * @param temperature fitted on all images with gold
 * @param fitted calibration of every image at the temperature of the other folds
 */
public record TemperatureScaling(double temperature, Calibration fitted) {
    private static final int FOLDS = 5;
    private static final int BINS = 15;
    private static final double SMALLEST = 1e-12;

    /** Absent where the machine does not tell the probability of every class, or gold is too small to be halved. */
    static Optional<TemperatureScaling> of(
            MachineLabels labels, GoldSample goldSample, List<Long> units, List<String> classes, long seed) {
        var known = units.stream()
                .filter(image -> scores(labels, image).keySet().containsAll(classes))
                .toList();
        if (known.size() < 10 * FOLDS
                || known.size() < units.stream().filter(labels::answered).count()) {
            return Optional.empty();
        }
        var predictions = labels.predictions(goldSample, known, classes);
        var logits = known.stream()
                .map(image -> logits(scores(labels, image), classes))
                .toArray(double[][]::new);
        var shares = Temperature.crossFitted(logits, predictions.gold(), FOLDS, seed);
        return Optional.of(
                new TemperatureScaling(Temperature.fit(logits, predictions.gold()), calibration(shares, predictions)));
    }

    private static Calibration calibration(double[][] shares, Predictions predictions) {
        var confidence = IntStream.range(0, shares.length)
                .mapToDouble(i -> DoubleStream.of(shares[i]).max().orElse(0))
                .toArray();
        var correct = new boolean[shares.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = predictions.gold()[i] == predictions.predicted()[i];
        }
        return Calibration.of(confidence, correct, predictions.weight(), BINS);
    }

    private static double[] logits(Map<String, Double> scores, List<String> classes) {
        return classes.stream()
                .mapToDouble(label -> Math.log(Math.max(SMALLEST, scores.get(label))))
                .toArray();
    }

    private static Map<String, Double> scores(MachineLabels labels, long image) {
        var found = labels.sureness().get(image);
        return found == null ? Map.of() : found.byClass();
    }
}
