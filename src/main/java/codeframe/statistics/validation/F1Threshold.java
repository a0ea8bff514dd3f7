package codeframe.statistics.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The probability from which on a label is given so that F1 = 2 TP / (2 TP + FP + FN) over all decisions is largest (van
 * Rijsbergen 1979, Information retrieval, chapter 7; over all labels together it is the micro-average).
 *
 * @param threshold half way between the last probability that is given and the next, as the gap says nothing of where
 * @param f1 on the same decisions
 */
public record F1Threshold(double threshold, double f1) {
    /** A label of one image: how probable it was said to be, and whether it is right. */
    public record Decision(double probability, boolean right) {}

    private static final double DIGITS = 1e6;

    /** Empty where no label is right, so that none can be found. Of several that are best the highest. */
    public static Optional<F1Threshold> of(List<Decision> decisions) {
        long right = decisions.stream().filter(Decision::right).count();
        if (right == 0) {
            return Optional.empty();
        }
        var falling = new ArrayList<>(decisions);
        falling.sort(Comparator.comparingDouble(Decision::probability).reversed());
        var best = new F1Threshold(1, -1);
        long found = 0;
        for (int given = 1; given <= falling.size(); given++) {
            found += falling.get(given - 1).right() ? 1 : 0;
            double last = falling.get(given - 1).probability();
            double next = given == falling.size() ? 0 : falling.get(given).probability();
            double f1 = 2.0 * found / (given + right);
            if (next < last && f1 > best.f1) {
                best = new F1Threshold(between(next, last), f1);
            }
        }
        return Optional.of(best);
    }

    /** With six digits after the point where that still lies between. */
    private static double between(double low, double high) {
        double middle = (low + high) / 2;
        double rounded = Math.round(middle * DIGITS) / DIGITS;
        return rounded > low && rounded <= high ? rounded : middle;
    }
}
