package codeframe.clip;

import codeframe.codebook.Variable;
import codeframe.run.CannotRun;
import codeframe.run.NotYet;
import codeframe.run.Observed;
import codeframe.run.RunPlan;
import codeframe.statistics.validation.F1Threshold;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Takes the thresholds of variables of several values from the gold of a dev sample: for each that with which its
 * categories together have the best F1 there. Gold of a test sample is never looked at.
 */
final class DevThresholds {
    private static final int BATCH = 32;
    /** As many as a try shows. */
    private static final int MOST_FOR_A_TRY = 5;

    private static final Duration NEXT_LOOK = Duration.ofSeconds(2);

    private final ThresholdRows rows;
    /** How long a worker looks at dev gold before it gives way. */
    private final Duration slice;
    /** Runs of this node of which a worker looks at dev gold. */
    private final Set<Long> tuning = ConcurrentHashMap.newKeySet();

    DevThresholds(ThresholdRows rows, Duration slice) {
        this.rows = rows;
        this.slice = slice;
    }

    /** Why there are none to be had; empty when nothing speaks against it. */
    Optional<String> objection(RunPlan plan) {
        return labelled(plan).stream()
                .filter(variable -> rows.gold(plan.project(), variable.key()).isEmpty())
                .findFirst()
                .map(DevThresholds::withoutGold);
    }

    private static String withoutGold(Variable variable) {
        return "No closed dev sample has gold of “" + variable.label()
                + "”, so no threshold can be taken from it. Settle one on gold, or choose a threshold.";
    }

    private static List<Variable> labelled(RunPlan plan) {
        return plan.chosen().stream().filter(PhrasedLabels::suits).toList();
    }

    /**
     * By variable: those that the run has taken, and those that it takes now.
     *
     * @param judge of a variable, with any threshold
     * @throws NotYet when the slice is over, or another worker of this node is at it: vectors that were computed are kept
     */
    Map<String, Double> of(RunPlan plan, long run, ImageVectors vectors, Function<Variable, PhrasedLabels> judge) {
        var thresholds = taken(run);
        var missing = labelled(plan).stream()
                .filter(variable -> !thresholds.containsKey(variable.key()))
                .toList();
        if (missing.isEmpty()) {
            return thresholds;
        } else if (!tuning.add(run)) {
            throw new NotYet(NEXT_LOOK);
        }
        try {
            long begun = System.nanoTime();
            BooleanSupplier enough = () -> System.nanoTime() - begun > slice.toNanos();
            rows.take(run, tuned(plan, missing, vectors, judge, enough));
            return taken(run);
        } finally {
            tuning.remove(run);
        }
    }

    /**
     * For a try, which keeps nothing and does not make its reader wait.
     *
     * @throws CannotRun when more vectors are missing than a try has images
     */
    Map<String, Double> tried(RunPlan plan, ImageVectors vectors, Function<Variable, PhrasedLabels> judge) {
        int unseen = vectors.missing(labelled(plan).stream()
                .flatMap(variable -> rows.gold(plan.project(), variable.key()).stream())
                .map(ThresholdRows.Gold::sha256)
                .toList());
        if (unseen > MOST_FOR_A_TRY) {
            throw new CannotRun(
                    "The threshold comes from dev gold, of which this model has not seen "
                            + NumberText.count(unseen, "image", "images")
                            + " yet: too many for a try. Start the run, which looks at them first, or choose a threshold to try.");
        }
        return byVariable(tuned(plan, labelled(plan), vectors, judge, () -> false));
    }

    private Map<String, Double> taken(long run) {
        return byVariable(rows.taken(run));
    }

    private static Map<String, Double> byVariable(List<ThresholdRows.Taken> taken) {
        var thresholds = new HashMap<String, Double>();
        taken.forEach(one -> thresholds.put(one.variable(), one.threshold()));
        return thresholds;
    }

    private List<ThresholdRows.Taken> tuned(
            RunPlan plan,
            List<Variable> variables,
            ImageVectors vectors,
            Function<Variable, PhrasedLabels> judge,
            BooleanSupplier enough) {
        return variables.stream()
                .map(variable -> tuned(plan.project(), judge.apply(variable), vectors, enough))
                .toList();
    }

    private ThresholdRows.Taken tuned(long project, PhrasedLabels judge, ImageVectors vectors, BooleanSupplier enough) {
        var variable = judge.variable();
        var decisions = new ArrayList<F1Threshold.Decision>();
        var gold = rows.gold(project, variable.key());
        if (gold.isEmpty()) {
            throw new CannotRun(withoutGold(variable));
        }
        var from = gold.get(0);
        int images = 0;
        for (int start = 0; start < gold.size(); start += BATCH) {
            images += decide(
                    gold.subList(start, Math.min(gold.size(), start + BATCH)), judge, vectors, decisions, enough);
        }
        var best = F1Threshold.of(decisions)
                .orElseThrow(() -> new CannotRun("In the gold of “" + from.sample() + "” no category of “"
                        + variable.label() + "” that has phrases applies to any image, so no threshold can be taken"
                        + " from it. Choose a threshold, or code a larger dev sample."));
        return new ThresholdRows.Taken(
                variable.key(), best.threshold(), best.f1(), images, from.sampleId(), from.sample());
    }

    /** @return of how many images there are vectors */
    private static int decide(
            List<ThresholdRows.Gold> gold,
            PhrasedLabels judge,
            ImageVectors vectors,
            List<F1Threshold.Decision> decisions,
            BooleanSupplier enough) {
        var found = vectors.of(gold.stream().map(ThresholdRows.Gold::sha256).toList());
        if (enough.getAsBoolean() && found.values().stream().anyMatch(ImageVectors.Found::computed)) {
            throw new NotYet(Duration.ZERO);
        }
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
