package codeframe.statistics.validation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Weighted counts of gold (rows) against predicted (columns), with a last column of abstentions. */
public final class Confusion {
    private final int classes;
    private final double[] cells;
    private final double[] gold;
    private final double[] predicted;

    /** Row by row, classes × (classes + 1); the array is taken over. */
    Confusion(int classes, double[] cells) {
        this.classes = classes;
        this.cells = cells;
        this.gold = new double[classes];
        this.predicted = new double[classes + 1];
        for (int cell = 0; cell < cells.length; cell++) {
            gold[cell / (classes + 1)] += cells[cell];
            predicted[cell % (classes + 1)] += cells[cell];
        }
    }

    public static Confusion of(Predictions predictions) {
        return new Confusion(predictions.classes(), new Metric(predictions, table -> Metric.NOTHING).total());
    }

    public int classes() {
        return classes;
    }

    /** The column after the last class holds abstentions. */
    public double of(int gold, int predicted) {
        return cells[gold * (classes + 1) + predicted];
    }

    double hit(int label) {
        return of(label, label);
    }

    /** All units of a gold class, abstentions among them. */
    public double gold(int label) {
        return gold[label];
    }

    public double predicted(int label) {
        return predicted[label];
    }

    public double abstained() {
        return predicted(classes);
    }

    public double total() {
        return Arrays.stream(gold).sum();
    }

    double hits() {
        return IntStream.range(0, classes).mapToDouble(this::hit).sum();
    }
}
