package codeframe.clip;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.run.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A variable of several values, each of which applies or not by itself: SigLIP's sigmoid of scale · cosine + bias is the
 * probability that a phrase fits an image (Zhai et al. 2023, Sigmoid loss for language image pre-training, equation 1),
 * and a category is given from a threshold on.
 */
final class PhrasedLabels implements PhraseJudge {
    /** From scores of phrases to their sigmoid. */
    record Sigmoid(double scale, double bias, double threshold) {
        double probability(double logit) {
            return 1 / (1 + Math.exp(-logit));
        }
    }

    private final Variable variable;
    private final Aggregation rule;
    private final Sigmoid sigmoid;
    private final List<Category> categories;
    private final List<String> phrases;
    private final float[][] rows;

    PhrasedLabels(Variable variable, Aggregation rule, Sigmoid sigmoid, Function<List<String>, List<float[]>> vectors) {
        this.variable = variable;
        this.rule = rule;
        this.sigmoid = sigmoid;
        categories = PhraseJudge.phrased(variable);
        phrases = categories.stream().flatMap(c -> c.phrases().stream()).toList();
        var all = new ArrayList<float[]>();
        categories.forEach(category -> all.addAll(vectors.apply(category.phrases())));
        if (rule == Aggregation.MEAN) {
            categories.forEach(category -> {
                var own = vectors.apply(category.phrases());
                all.add(Vectors.centre(own, own.get(0).length));
            });
        }
        rows = all.toArray(float[][]::new);
    }

    static boolean suits(Variable variable) {
        return variable.type() == VariableType.MULTI
                && !PhraseJudge.phrased(variable).isEmpty();
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public List<Decided> judge(float[][] images) {
        if (images.length == 0) {
            return List.of();
        }
        float[][] cosines = Products.of(images, 0, images.length, rows);
        return IntStream.range(0, images.length)
                .mapToObj(image -> new Decided(logits(cosines, image)))
                .toList();
    }

    private double[] logits(float[][] cosines, int image) {
        var logits = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            logits[row] = sigmoid.scale() * cosines[row][image] + sigmoid.bias();
        }
        return logits;
    }

    /** One image's. */
    private final class Decided implements Judgement {
        private final double[] logits;
        private final double[] probabilities;

        Decided(double[] logits) {
            this.logits = logits;
            probabilities = new double[categories.size()];
            int from = 0;
            for (int i = 0; i < probabilities.length; i++) {
                int to = from + categories.get(i).phrases().size();
                double logit = rule == Aggregation.MEAN ? logits[phrases.size() + i] : rule.score(logits, from, to);
                probabilities[i] = sigmoid.probability(logit);
                from = to;
            }
        }

        @Override
        public List<Code> codes() {
            var given = new ArrayList<Code>();
            for (int i = 0; i < probabilities.length; i++) {
                if (probabilities[i] >= sigmoid.threshold()) {
                    given.add(code(categories.get(i).key(), probabilities[i]));
                }
            }
            return given.isEmpty() ? List.of(code(Variable.NONE, none())) : given;
        }

        /** How far the probability is from the threshold; of none that of the category that came closest. */
        private double margin(String value) {
            double nearest = 1;
            for (int i = 0; i < probabilities.length; i++) {
                if (value.equals(Variable.NONE)
                        || value.equals(categories.get(i).key())) {
                    nearest = Math.min(nearest, Math.abs(probabilities[i] - sigmoid.threshold()));
                }
            }
            return nearest;
        }

        /** That none applies, where each applies by itself. */
        private double none() {
            double none = 1;
            for (double probability : probabilities) {
                none *= 1 - probability;
            }
            return none;
        }

        private Code code(String value, double probability) {
            var scores = new LinkedHashMap<String, Double>();
            for (int i = 0; i < probabilities.length; i++) {
                scores.put(categories.get(i).key(), probabilities[i]);
            }
            var detail = new LinkedHashMap<String, Object>();
            detail.put("probability", probability);
            detail.put("threshold", sigmoid.threshold());
            detail.put("margin", margin(value));
            detail.put("scores", scores);
            return Code.of(variable.key(), value, probability, Json.of(detail));
        }

        @Override
        public Scores scores() {
            var scored = new ArrayList<Scores.Category>();
            int at = 0;
            for (int i = 0; i < probabilities.length; i++) {
                var described = new ArrayList<Scores.Phrase>();
                for (var phrase : categories.get(i).phrases()) {
                    described.add(new Scores.Phrase(phrase, sigmoid.probability(logits[at++])));
                }
                scored.add(new Scores.Category(categories.get(i).key(), probabilities[i], described));
            }
            return new Scores(variable.key(), scored);
        }
    }
}
