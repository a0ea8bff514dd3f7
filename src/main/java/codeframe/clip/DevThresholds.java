package codeframe.clip;

import codeframe.codebook.Variable;
import codeframe.run.CannotRun;
import codeframe.run.Observed;
import codeframe.run.RunPlan;
import codeframe.statistics.validation.F1Threshold;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the thresholds of variables of several values from the gold of a dev sample: for each that with which its
 * categories together have the best F1 there. Gold of a test sample is never looked at.
 */
final class DevThresholds {
    private static final int BATCH = 64;

    private final ThresholdRows rows;

    DevThresholds(ThresholdRows rows) {
        this.rows = rows;
    }

    /** Why there are none to be had; empty when nothing speaks against it. */
    Optional<String> objection(RunPlan plan) {
        var labelled = labelled(plan);
        return labelled.isEmpty() || sample(plan).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "No closed dev sample has gold of “" + labelled.get(0).label()
                                + "”, so no threshold can be taken from it. Settle one on gold, or choose a threshold.");
    }

    private static List<Variable> labelled(RunPlan plan) {
        return plan.chosen().stream().filter(PhrasedLabels::suits).toList();
    }

    private Optional<ThresholdRows.DevSample> sample(RunPlan plan) {
        return rows.newest(
                plan.project(), labelled(plan).stream().map(Variable::key).toList());
    }

    /**
     * By variable: those that the run has taken, or takes now.
     *
     * @param run 0 for a try, which keeps nothing
     * @param judge of a variable, with any threshold
     */
    Map<String, Double> of(RunPlan plan, long run, ImageVectors vectors, Function<Variable, PhrasedLabels> judge) {
        var known = run == 0 ? List.<ThresholdRows.Taken>of() : rows.taken(run);
        if (known.isEmpty()) {
            known = tuned(plan, vectors, judge);
            if (run != 0) {
                known.forEach(taken -> rows.take(run, taken));
                known = rows.taken(run);
            }
        }
        var thresholds = new HashMap<String, Double>();
        known.forEach(taken -> thresholds.put(taken.variable(), taken.threshold()));
        return thresholds;
    }

    private List<ThresholdRows.Taken> tuned(
            RunPlan plan, ImageVectors vectors, Function<Variable, PhrasedLabels> judge) {
        var sample =
                sample(plan).orElseThrow(() -> new CannotRun(objection(plan).orElse("")));
        return labelled(plan).stream()
                .map(variable -> tuned(plan.project(), sample, judge.apply(variable), vectors))
                .toList();
    }

    private ThresholdRows.Taken tuned(
            long project, ThresholdRows.DevSample sample, PhrasedLabels judge, ImageVectors vectors) {
        var variable = judge.variable();
        var decisions = new ArrayList<F1Threshold.Decision>();
        var gold = rows.gold(project, sample.id(), variable.key());
        int images = 0;
        for (int from = 0; from < gold.size(); from += BATCH) {
            images += decide(gold.subList(from, Math.min(gold.size(), from + BATCH)), judge, vectors, decisions);
        }
        var best = F1Threshold.of(decisions)
                .orElseThrow(() -> new CannotRun("In the gold of “" + sample.name() + "” no category of “"
                        + variable.label() + "” that has phrases applies to any image, so no threshold can be taken"
                        + " from it. Choose a threshold, or code a larger dev sample."));
        return new ThresholdRows.Taken(variable.key(), best.threshold(), best.f1(), images, sample.id(), sample.name());
    }

    /** @return of how many images there are vectors */
    private static int decide(
            List<ThresholdRows.Gold> gold,
            PhrasedLabels judge,
            ImageVectors vectors,
            List<F1Threshold.Decision> decisions) {
        var found = vectors.of(gold.stream().map(ThresholdRows.Gold::sha256).toList());
        var readable = gold.stream()
                .filter(one -> found.get(ImageVectors.key(one.sha256())).hasVector())
                .toList();
        var judged = judge.judge(readable.stream()
                .map(one -> found.get(ImageVectors.key(one.sha256())).vector())
                .toArray(float[][]::new));
        for (int i = 0; i < readable.size(); i++) {
            var values = readable.get(i).values();
            PhraseJudge.Judgement judgement = judged.get(i);
            judgement
                    .scores()
                    .categories()
                    .forEach(category -> decisions.add(
                            new F1Threshold.Decision(category.probability(), values.contains(category.value()))));
        }
        return readable.size();
    }

    /** What a run took, for its page. */
    Observed observed(long run) {
        return new Observed(
                rows.taken(run).stream()
                        .map(taken -> new Choice(
                                "Threshold of " + taken.variable(),
                                NumberText.decimal(taken.threshold(), taken.threshold() < 0.01 ? 6 : 4)
                                        + ", with the best F1 ("
                                        + NumberText.decimal(taken.f1(), 2) + ") on "
                                        + NumberText.count(taken.images(), "image", "images")
                                        + " of the dev gold “" + taken.sample() + "”"))
                        .toList(),
                List.of());
    }
}
