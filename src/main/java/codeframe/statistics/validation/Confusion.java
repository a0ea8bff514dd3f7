package codeframe.statistics.validation;

import java.util.stream.IntStream;

/** Weighted counts of gold (rows) against predicted (columns), with a last column of abstentions. */
public final class Confusion {
    private final int classes;
    private final double[] cells;

    /** Row by row, classes × (classes + 1); the array is taken over. */
    Confusion(int classes, double[] cells) {
        this.classes = classes;
        this.cells = cells;
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
        return IntStream.rangeClosed(0, classes).mapToDouble(k -> of(label, k)).sum();
    }

    public double predicted(int label) {
        return IntStream.range(0, classes).mapToDouble(k -> of(k, label)).sum();
    }

    public double abstained() {
        return predicted(classes);
    }

    public double total() {
        return IntStream.range(0, classes).mapToDouble(this::gold).sum();
    }

    double hits() {
        return IntStream.range(0, classes).mapToDouble(this::hit).sum();
    }
}
