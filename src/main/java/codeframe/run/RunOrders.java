package codeframe.run;

import codeframe.codebook.Codebooks;
import codeframe.codebook.Unit;
import codeframe.codebook.Version;
import codeframe.web.Problem;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an order of a request, or says everything that is wrong with it. */
public final class RunOrders {
    private static final int LARGEST_DRAWN_SEED = 1_000_000;

    private final Classifiers classifiers;
    private final Codebooks codebooks;
    private final RunImages images;
    private final SecureRandom random = new SecureRandom();

    public RunOrders(Classifiers classifiers, Codebooks codebooks, RunImages images) {
        this.classifiers = classifiers;
        this.codebooks = codebooks;
        this.images = images;
    }

    /** {@code order} is empty exactly when there are mistakes. */
    public record Reading(Optional<RunOrder> order, List<Problem.Mistake> mistakes) {
        public RunOrder orThrow() {
            return order.orElseThrow(() -> new Problem.Invalid(mistakes.get(0).message(), mistakes));
        }
    }

    public Reading read(long project, RunRequest request) {
        var found = new ArrayList<Problem.Mistake>();
        var classifier = classifiers.ofKind(request.kind());
        if (classifier.isEmpty()) {
            found.add(mistake(
                    "kind",
                    "There is no kind of run \"" + request.kind() + "\"; there is "
                            + String.join(", ", classifiers.kinds()) + "."));
        }
        classifier.ifPresent(
                kind -> mistakeInModel(kind, project, request.model()).ifPresent(found::add));
        var version = codebooks.latest(project);
        if (version.isEmpty()) {
            found.add(mistake("variables", "No codebook is published yet. Publish one, then start the run."));
            nothing(project, UnitFrame.IMAGES, request).ifPresent(found::add);
        }
        mistakeInSeed(request.seed()).ifPresent(found::add);
        if (!found.isEmpty()) {
            return new Reading(Optional.empty(), found);
        }
        return plan(project, request, classifier.get(), version.get());
    }

    private Reading plan(long project, RunRequest request, Classifier classifier, Version version) {
        var plan = new RunPlan(
                project,
                request.kind(),
                request.model(),
                classifier.asked(version.codebook()),
                request.variables(),
                request.parameters(),
                seed(request.seed()));
        plan = plan.judging(classifier.unit(plan));
        var found = mistakesInVariables(plan, classifier, version.number());
        nothing(project, UnitFrame.of(plan), request).ifPresent(found::add);
        if (found.isEmpty()) {
            classifier
                    .objection(plan)
                    .map(sentence -> mistake("parameters", sentence))
                    .ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            return new Reading(Optional.empty(), found);
        }
        var completed = classifier.completed(plan, version.number());
        nothing(project, UnitFrame.of(completed), request).ifPresent(found::add);
        return found.isEmpty()
                ? new Reading(Optional.of(new RunOrder(completed, version.id(), request.images())), found)
                : new Reading(Optional.empty(), found);
    }

    private Optional<Problem.Mistake> nothing(long project, UnitFrame frame, RunRequest request) {
        var unit = frame.unit().one();
        if (images.count(project, frame, request.images()) > 0) {
            return Optional.empty();
        }
        return Optional.of(mistake(
                "images",
                frame.source() == 0
                        ? "There is no " + unit + " to code." + videosAlone(project, frame, request)
                        : "No " + unit + " that was chosen has an image with codes to lift. Choose others."));
    }

    private String videosAlone(long project, UnitFrame frame, RunRequest request) {
        boolean videos =
                frame.unit() == Unit.IMAGE && images.count(project, UnitFrame.of(Unit.VIDEO), request.images()) > 0;
        return videos
                ? " These are videos, and this run judges pictures: choose their frames by the gallery's filter"
                        + " \"Frames of videos\"."
                : " Import some, or choose others.";
    }

    private static Optional<Problem.Mistake> mistakeInModel(Classifier classifier, long project, String name) {
        var model = classifier.model(project, name);
        if (model.isEmpty()) {
            return Optional.of(mistake(
                    "model",
                    "There is no model \"" + name + "\" here; the models page has those" + " that are installed."));
        }
        return model.filter(one -> !one.usable())
                .map(one -> mistake("model", "The model " + one.label() + " cannot be used: " + one.broken()));
    }

    private static List<Problem.Mistake> mistakesInVariables(RunPlan plan, Classifier classifier, int version) {
        var found = new ArrayList<Problem.Mistake>();
        if (plan.variables().isEmpty()) {
            found.add(mistake("variables", "Choose at least one variable."));
        }
        for (var key : plan.variables()) {
            var variable = plan.codebook().variable(key);
            if (variable.isEmpty()) {
                found.add(mistake(
                        "variables", "Version " + version + " of the codebook has no variable \"" + key + "\"."));
            } else if (!classifier.codes(variable.get())) {
                found.add(mistake("variables", classifier.cannotCode(variable.get())));
            }
        }
        return found;
    }

    private static Optional<Problem.Mistake> mistakeInSeed(String seed) {
        return seed.isEmpty() || seed.matches("-?\\d{1,18}")
                ? Optional.empty()
                : Optional.of(mistake("seed", "The seed is a whole number."));
    }

    private long seed(String typed) {
        return typed.isEmpty() ? random.nextInt(LARGEST_DRAWN_SEED) : Long.parseLong(typed);
    }

    private static Problem.Mistake mistake(String field, String sentence) {
        return new Problem.Mistake(field, 0, sentence);
    }
}
