package codeframe.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Decides between categories by comparing image vectors with phrase vectors. */
public final class Labelling {
    /** Images per piece of work; their vectors fit the second-level cache. */
    private static final int BLOCK = 256;

    private final Aggregation rule;
    private final double scale;
    private final int[] starts;
    private final float[][] rows;

    /** @param phrases per category the vectors of its phrases; at least two categories, each with a phrase */
    public Labelling(Aggregation rule, double scale, List<List<float[]>> phrases) {
        if (phrases.size() < 2 || phrases.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "two categories with a phrase each are the least that can be told apart");
        }
        this.rule = rule;
        this.scale = scale;
        starts = new int[phrases.size() + 1];
        var all = new ArrayList<float[]>();
        for (int i = 0; i < phrases.size(); i++) {
            all.addAll(phrases.get(i));
            starts[i + 1] = all.size();
        }
        if (rule == Aggregation.MEAN) {
            phrases.forEach(vectors -> all.add(Vectors.centre(vectors, vectors.get(0).length)));
        }
        rows = all.toArray(float[][]::new);
    }

    /** One decision per image, in the same order. */
    public List<ClipDecision> label(float[][] images) {
        var decisions = new ClipDecision[images.length];
        IntStream.range(0, (images.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(images.length, from + BLOCK);
            float[][] cosines = Products.of(images, from, to, rows);
            for (int i = from; i < to; i++) {
                decisions[i] = decision(cosines, i - from);
            }
        });
        return Arrays.asList(decisions);
    }

    /** Of each phrase among all phrases, whatever the rule. */
    double[] phraseProbabilities(float[] image) {
        var logits = new double[starts[starts.length - 1]];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = scale * Vectors.dot(image, rows[i]);
        }
        return softmax(logits, logits.length);
    }

    private ClipDecision decision(float[][] cosines, int image) {
        var logits = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            logits[row] = scale * cosines[row][image];
        }
        double[] phrases = softmax(logits, starts[starts.length - 1]);
        double[] categories = categories(logits, phrases);
        int first = best(categories, 0, categories.length, -1);
        int phrase = best(logits, starts[first], starts[first + 1], -1);
        return new ClipDecision(
                first, best(categories, 0, categories.length, first), list(categories), phrase, phrases[phrase]);
    }

    /** Probabilities of the categories; the notebooks' are those of each category's best phrase. */
    private double[] categories(double[] logits, double[] phrases) {
        var scores = new double[starts.length - 1];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = switch (rule) {
                case MEAN -> logits[phrases.length + i];
                case NOTEBOOK -> rule.score(phrases, starts[i], starts[i + 1]);
                default -> rule.score(logits, starts[i], starts[i + 1]);
            };
        }
        return rule == Aggregation.NOTEBOOK ? scores : softmax(scores, scores.length);
    }

    /** Relative to the largest, which keeps the exponentials finite. */
    private static double[] softmax(double[] logits, int count) {
        double highest = logits[best(logits, 0, count, -1)];
        var shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = Math.exp(logits[i] - highest);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static List<Double> list(double[] values) {
        var list = new Double[values.length];
        for (int i = 0; i < values.length; i++) {
            list[i] = values[i];
        }
        return Arrays.asList(list);
    }

    /** The first of the largest values, passing over one place. */
    private static int best(double[] values, int from, int to, int except) {
        int best = from == except ? from + 1 : from;
        for (int i = best + 1; i < to; i++) {
            if (i != except && values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
