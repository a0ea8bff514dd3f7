package codeframe.report.validation;

import codeframe.statistics.validation.Calibration;
import codeframe.statistics.validation.Platt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a machine's confidence is worth that tells that of its answer alone, and not of every class.
 *
 * @param platt fitted on all answers with gold
 * @param fitted calibration of every answer by what was fitted on the other folds
 */
public record PlattScaling(Platt platt, Calibration fitted) {
    private static final int FOLDS = 5;
    private static final int BINS = 15;

    /** Absent where an answer has no confidence, where gold is too small to be parted, or all answers are right or wrong. */
    static Optional<PlattScaling> of(MachineLabels labels, GoldSample goldSample, List<String> classes, long seed) {
        var answered = goldSample.units().stream().filter(labels::answered).toList();
        var sure = labels.confidence(answered);
        if (answered.size() < 10 * FOLDS || sure.isEmpty()) {
            return Optional.empty();
        }
        var predictions = labels.predictions(goldSample, answered, classes);
        var correct = new boolean[answered.size()];
        int right = 0;
        for (int i = 0; i < correct.length; i++) {
            correct[i] = predictions.gold()[i] == predictions.predicted()[i];
            right += correct[i] ? 1 : 0;
        }
        boolean constant = Arrays.stream(sure.get()).distinct().count() == 1;
        if (right == 0 || right == correct.length || constant) {
            return Optional.empty();
        }
        var shares = Platt.crossFitted(sure.get(), correct, FOLDS, seed);
        return Optional.of(new PlattScaling(
                Platt.fit(sure.get(), correct), Calibration.of(shares, correct, predictions.weight(), BINS)));
    }
}
