package codeframe.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tries an order on a few of its images, without storing anything. */
public final class RunTrials {
    private static final int IMAGES = 5;

    private final Classifiers classifiers;
    private final RunImages images;

    public RunTrials(Classifiers classifiers, RunImages images) {
        this.classifiers = classifiers;
        this.images = images;
    }

    /** An image with what the run would make of it. */
    public record Tried(RunImages.Drawn image, Trial trial) {}

    /** @throws CannotRun with the reason */
    public List<Tried> attempt(RunOrder order) {
        var plan = order.plan();
        var drawn = images.draw(plan.project(), UnitFrame.of(plan), order.images(), plan.seed(), IMAGES);
        var classifier = classifiers.ofKind(plan.kind()).orElseThrow();
        try (var session = classifier.prepare(plan)) {
            Map<Long, Trial> trials = session
                    .attempt(drawn.stream().map(RunImages.Drawn::image).toList())
                    .stream()
                    .collect(Collectors.toMap(trial -> trial.result().image(), Function.identity()));
            return drawn.stream()
                    .filter(image -> trials.containsKey(image.id()))
                    .map(image -> new Tried(image, trials.get(image.id())))
                    .toList();
        }
    }
}
