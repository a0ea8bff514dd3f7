package codeframe.statistics.validation;

import java.util.stream.IntStream;

/**
 * What a confidence is worth, where nothing but that of the answer given is known: the probability that an answer is right as
 * σ(slope · logit(confidence) + intercept) (Platt 1999, "Probabilistic Outputs for Support Vector Machines", whose targets
 * keep it from certainty), by Newton's method with steps that are halved (Lin, Lin and Weng 2007).
 */
public record Platt(double slope, double intercept) {
    private static final double SMALLEST = 1e-6;
    private static final int STEPS = 100;
    private static final double RIDGE = 1e-12;

    /** @param confidence from 0 to 1, of each answer */
    public static Platt fit(double[] confidence, boolean[] correct) {
        var logit = IntStream.range(0, confidence.length)
                .mapToDouble(i -> logit(confidence[i]))
                .toArray();
        var target = targets(correct);
        var now = new Platt(1, 0);
        for (int step = 0; step < STEPS; step++) {
            var next = now.better(logit, target);
            boolean still = Math.abs(next.slope - now.slope) + Math.abs(next.intercept - now.intercept) < 1e-12;
            now = next;
            if (still) {
                break;
            }
        }
        return now;
    }

    private static double logit(double confidence) {
        double inside = Math.min(1 - SMALLEST, Math.max(SMALLEST, confidence));
        return Math.log(inside / (1 - inside));
    }

    private static double[] targets(boolean[] correct) {
        long right = IntStream.range(0, correct.length).filter(i -> correct[i]).count();
        long wrong = correct.length - right;
        return IntStream.range(0, correct.length)
                .mapToDouble(i -> correct[i] ? (right + 1.0) / (right + 2) : 1.0 / (wrong + 2))
                .toArray();
    }

    private Platt better(double[] logit, double[] target) {
        double slopes = RIDGE;
        double both = 0;
        double intercepts = RIDGE;
        double bySlope = 0;
        double byIntercept = 0;
        for (int i = 0; i < logit.length; i++) {
            double share = sigmoid(logit[i]);
            double curve = share * (1 - share);
            slopes += curve * logit[i] * logit[i];
            both += curve * logit[i];
            intercepts += curve;
            bySlope += (share - target[i]) * logit[i];
            byIntercept += share - target[i];
        }
        double determinant = slopes * intercepts - both * both;
        double towards = (intercepts * bySlope - both * byIntercept) / determinant;
        double up = (slopes * byIntercept - both * bySlope) / determinant;
        double before = loss(logit, target);
        for (double length = 1; length > 1e-10; length /= 2) {
            var next = new Platt(slope - length * towards, intercept - length * up);
            if (next.loss(logit, target) < before) {
                return next;
            }
        }
        return this;
    }

    private double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-slope * logit - intercept));
    }

    /** The cross entropy; written so that no large number is put into a power. */
    private double loss(double[] logit, double[] target) {
        return IntStream.range(0, logit.length)
                .mapToDouble(i -> {
                    double at = slope * logit[i] + intercept;
                    return Math.max(at, 0) - target[i] * at + Math.log1p(Math.exp(-Math.abs(at)));
                })
                .sum();
    }

    /** The probability that an answer of this confidence is right. */
    public double of(double confidence) {
        return sigmoid(logit(confidence));
    }

    /** Of every answer by what was fitted on the other folds, so that none judges itself. */
    public static double[] crossFitted(double[] confidence, boolean[] correct, int folds, long seed) {
        var fold = Temperature.folds(confidence.length, folds, seed);
        var fitted = new double[confidence.length];
        for (int held = 0; held < folds; held++) {
            int out = held;
            var others =
                    IntStream.range(0, fold.length).filter(i -> fold[i] != out).toArray();
            var right = new boolean[others.length];
            for (int i = 0; i < right.length; i++) {
                right[i] = correct[others[i]];
            }
            var platt = fit(IntStream.of(others).mapToDouble(i -> confidence[i]).toArray(), right);
            IntStream.range(0, fold.length)
                    .filter(i -> fold[i] == out)
                    .forEach(i -> fitted[i] = platt.of(confidence[i]));
        }
        return fitted;
    }
}
