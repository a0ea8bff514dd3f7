package codeframe.clip;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import codeframe.run.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** A variable that CLIP can decide: one category of several that are described by phrases. */
final class PhrasedVariable {
    private final Variable variable;
    private final List<Category> categories;
    private final List<String> phrases;
    private final Labelling labelling;

    PhrasedVariable(
            Variable variable, Aggregation rule, double logitScale, Function<List<String>, List<float[]>> vectors) {
        this.variable = variable;
        this.categories = phrased(variable);
        this.phrases = categories.stream().flatMap(c -> c.phrases().stream()).toList();
        this.labelling = new Labelling(
                rule,
                logitScale,
                categories.stream().map(c -> vectors.apply(c.phrases())).toList());
    }

    /** The categories that can be chosen; the others have no words that CLIP could look for. */
    private static List<Category> phrased(Variable variable) {
        return variable.categories().stream()
                .filter(c -> !c.phrases().isEmpty())
                .toList();
    }

    static boolean suits(Variable variable) {
        return variable.type() == VariableType.SINGLE && phrased(variable).size() >= 2;
    }

    List<ClipDecision> decide(float[][] images) {
        return labelling.label(images);
    }

    /**
     * With enough beside the category to see why. A variable shown only under a condition does not apply where an
     * earlier code of the same run denies the condition.
     */
    Code code(ClipDecision decision, List<Code> earlier) {
        var condition = variable.showIf();
        boolean denied = earlier.stream()
                .anyMatch(code -> code.variable().equals(condition.variable())
                        && !condition.values().contains(code.value()));
        return denied ? Code.without(variable.key(), CodeState.NOT_APPLICABLE) : code(decision);
    }

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

    /** Every category and every phrase, for looking at. */
    Scores scores(ClipDecision decision, float[] image) {
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
