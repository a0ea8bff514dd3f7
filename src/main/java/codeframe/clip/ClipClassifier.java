package codeframe.clip;

import codeframe.codebook.Variable;
import codeframe.image.decode.ImageDecoder;
import codeframe.run.CannotRun;
import codeframe.run.Classifier;
import codeframe.run.Model;
import codeframe.run.Option;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Codes images with CLIP, by the phrases that the codebook has for its categories. */
public final class ClipClassifier implements Classifier {
    private static final String AGGREGATION = "aggregation";
    private static final String PRECISION = "precision";

    private final Models models;
    private final PhraseVectors phrases;
    private final Embeddings embeddings;
    private final ImageDecoder decoder;

    public ClipClassifier(Models models, PhraseVectors phrases, Embeddings embeddings, ImageDecoder decoder) {
        this.models = models;
        this.phrases = phrases;
        this.embeddings = embeddings;
        this.decoder = decoder;
    }

    @Override
    public String kind() {
        return "clip";
    }

    @Override
    public List<Model> models() {
        return models.directory().all().stream().map(ClipClassifier::shown).toList();
    }

    private static Model shown(ModelFolder folder) {
        var label = folder.demo() ? "Demo model (drawn scenes)" : folder.name();
        var caution = folder.demo() ? DemoModel.CAUTION : "";
        return new Model(folder.name(), label, caution, Torch.isInstalled() ? folder.problem() : Torch.NOT_INSTALLED);
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option(
                        AGGREGATION,
                        "From phrases to a category",
                        "How the phrases of a category become its score.",
                        Arrays.stream(Aggregation.values())
                                .map(rule -> new Choice(rule.key(), rule.label()))
                                .toList()),
                new Option(
                        PRECISION,
                        "Precision",
                        "fp32 can be reproduced exactly anywhere; bf16 is faster where the processor has it.",
                        List.of(
                                new Choice("auto", "Whichever is faster here"),
                                new Choice("fp32", "fp32, exactly reproducible"),
                                new Choice("bf16", "bf16, faster"))));
    }

    @Override
    public boolean codes(Variable variable) {
        return PhrasedVariable.suits(variable);
    }

    @Override
    public Optional<String> objection(RunPlan plan) {
        var model = models.directory().named(plan.model());
        if (model.isEmpty()) {
            return Optional.of("The model “" + plan.model() + "” is not installed on this server.");
        } else if (!shown(model.get()).usable()) {
            return Optional.of(shown(model.get()).broken());
        } else if (unknownParameter(plan).isPresent()) {
            return Optional.of(
                    "A run of CLIP has no \"" + unknownParameter(plan).get() + "\"; it has aggregation and precision.");
        } else if (aggregation(plan).isEmpty()) {
            return Optional.of("The aggregation “" + plan.parameter(AGGREGATION) + "” is none of "
                    + String.join(
                            ", ",
                            Arrays.stream(Aggregation.values())
                                    .map(Aggregation::key)
                                    .toList()) + ".");
        } else if (precision(plan).isEmpty()) {
            return Optional.of("The precision may be auto, fp32 or bf16.");
        }
        return plan.chosen().stream()
                .filter(variable -> !codes(variable))
                .findFirst()
                .map(variable -> "CLIP cannot code “" + variable.label()
                        + "”: it needs a choice of one category, and phrases for two categories at least.");
    }

    /** A misspelt parameter would be passed over, and the run be another than the one asked for. */
    private static Optional<String> unknownParameter(RunPlan plan) {
        return plan.parameters().tree().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(AGGREGATION) && !name.equals(PRECISION))
                .findFirst();
    }

    private static Optional<Aggregation> aggregation(RunPlan plan) {
        var key = plan.parameter(AGGREGATION);
        return key.isEmpty() ? Optional.of(Aggregation.MEAN) : Aggregation.of(key);
    }

    private static Optional<Precision> precision(RunPlan plan) {
        var key = plan.parameter(PRECISION);
        return key.isEmpty()
                ? Optional.of(Precision.AUTO)
                : Arrays.stream(Precision.values())
                        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(key))
                        .findFirst();
    }

    @Override
    public Session prepare(RunPlan plan) {
        objection(plan).ifPresent(sentence -> {
            throw new CannotRun(sentence);
        });
        try {
            var loaded = models.open(plan.model(), precision(plan).orElseThrow());
            var rule = aggregation(plan).orElseThrow();
            double scale = loaded.model().logitScale();
            var variables = plan.chosen().stream()
                    .map(variable -> new PhrasedVariable(variable, rule, scale, texts -> phrases.of(loaded, texts)))
                    .toList();
            var vectors = new ImageVectors(embeddings, decoder, loaded);
            return new ClipSession(vectors, variables, loaded.model().precision());
        } catch (BrokenModel e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }
}
