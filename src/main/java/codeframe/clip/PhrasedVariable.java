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

/** A variable that CLIP can decide: one category of several that are described by phrases. */
final class PhrasedVariable implements PhraseJudge {
    private final Variable variable;
    private final List<Category> categories;
    private final List<String> phrases;
    private final Labelling labelling;

    PhrasedVariable(
            Variable variable, Aggregation rule, double logitScale, Function<List<String>, List<float[]>> vectors) {
        this.variable = variable;
        this.categories = PhraseJudge.phrased(variable);
        this.phrases = categories.stream().flatMap(c -> c.phrases().stream()).toList();
        this.labelling = new Labelling(
                rule,
                logitScale,
                categories.stream().map(c -> vectors.apply(c.phrases())).toList());
    }

    static boolean suits(Variable variable) {
        return variable.type() == VariableType.SINGLE
                && PhraseJudge.phrased(variable).size() >= 2;
    }

    /** One image's. */
    private final class Decided implements Judgement {
        private final ClipDecision decision;
        private final float[] image;

        Decided(ClipDecision decision, float[] image) {
            this.decision = decision;
            this.image = image;
        }

        @Override
        public List<Code> codes() {
            return List.of(code(decision));
        }

        @Override
        public Scores scores() {
            return PhrasedVariable.this.scores(decision, image);
        }
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public List<Decided> judge(float[][] images) {
        var decisions = labelling.label(images);
        return IntStream.range(0, images.length)
                .mapToObj(i -> new Decided(decisions.get(i), images[i]))
                .toList();
    }

    /** With enough beside the category to see why. */
    private Code code(ClipDecision decision) {
        var chosen = categories.get(decision.category());
        var scores = new LinkedHashMap<String, Double>();
        for (int i = 0; i < categories.size(); i++) {
            scores.put(categories.get(i).key(), decision.probabilities().get(i));
        }
        var detail = new LinkedHashMap<String, Object>();
        detail.put("category", chosen.key());
        detail.put("phrase", phrases.get(decision.phrase()));
        detail.put("phrase_probability", decision.phraseProbability());
        detail.put("probability", decision.probability());
        detail.put("runner_up", categories.get(decision.runnerUp()).key());
        detail.put("runner_up_probability", decision.runnerUpProbability());
        detail.put("margin", decision.margin());
        detail.put("scores", scores);
        return Code.of(variable.key(), chosen.key(), decision.probability(), Json.of(detail));
    }

    private Scores scores(ClipDecision decision, float[] image) {
        var shares = labelling.phraseProbabilities(image);
        var scored = new ArrayList<Scores.Category>();
        int at = 0;
        for (int i = 0; i < categories.size(); i++) {
            var described = new ArrayList<Scores.Phrase>();
            for (var phrase : categories.get(i).phrases()) {
                described.add(new Scores.Phrase(phrase, shares[at++]));
            }
            scored.add(new Scores.Category(
                    categories.get(i).key(), decision.probabilities().get(i), described));
        }
        return new Scores(variable.key(), scored);
    }
}
