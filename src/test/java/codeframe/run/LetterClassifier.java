package codeframe.run;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A classifier that needs no model: the first letter of an image's bytes decides. It looks at nothing but what it is
 * given, as a real one does.
 */
final class LetterClassifier implements Classifier {
    private final long pause;

    LetterClassifier(long pause) {
        this.pause = pause;
    }

    @Override
    public String kind() {
        return "clip";
    }

    @Override
    public List<Model> models() {
        return List.of(
                new Model("demo", "Demo model", "Demo model: understands only drawn scenes.", ""),
                new Model("torn", "Torn model", "", "Its weights are incomplete."));
    }

    @Override
    public List<Option> options() {
        return List.of(new Option(
                "aggregation",
                "Aggregation",
                "How phrases become a category's score.",
                List.of(new Choice("mean", "Mean"), new Choice("max", "Best phrase"))));
    }

    @Override
    public boolean codes(Variable variable) {
        return variable.hasPhrases();
    }

    @Override
    public Optional<String> objection(RunPlan plan) {
        return plan.parameter("aggregation").equals("guess")
                ? Optional.of("The aggregation is mean or max, not \"guess\".")
                : Optional.empty();
    }

    @Override
    public Session prepare(RunPlan plan) {
        return new Session() {
            @Override
            public List<Result> classify(List<RunImage> images) {
                sleep();
                return images.stream().map(LetterClassifier::result).toList();
            }

            @Override
            public List<Trial> attempt(List<RunImage> images) {
                return images.stream().map(LetterClassifier::trial).toList();
            }

            @Override
            public String precision() {
                return "fp32";
            }
        };
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Result result(RunImage image) {
        double first = 0.5 + (image.sha256()[0] & 127) / 256.0;
        double second = (1 - first) * 0.75;
        var detail =
                Json.of(Map.of("phrase", "a picture of " + value(image), "runner_up", "c", "margin", first - second));
        return Result.Done.coded(
                image.id(), List.of(Code.of("kind", value(image), first, detail)), image.id() % 2 == 0, 3);
    }

    static String value(RunImage image) {
        return image.sha256()[1] > 0 ? "a" : "b";
    }

    private static Trial trial(RunImage image) {
        var scores = new Scores(
                "kind",
                List.of(
                        category("a", value(image).equals("a") ? 0.7 : 0.2),
                        category("b", value(image).equals("b") ? 0.7 : 0.2),
                        category("c", 0.1)));
        return new Trial(result(image), List.of(scores));
    }

    private static Scores.Category category(String key, double probability) {
        return new Scores.Category(key, probability, List.of(new Scores.Phrase("a picture of " + key, probability)));
    }
}
