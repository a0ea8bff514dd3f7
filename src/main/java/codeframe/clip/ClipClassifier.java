package codeframe.clip;

import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.decode.ImageDecoder;
import codeframe.run.CannotRun;
import codeframe.run.Classifier;
import codeframe.run.Model;
import codeframe.run.Option;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.Choice;
import java.util.List;
import java.util.Optional;

/** Codes images with CLIP, by the phrases that the codebook has for its categories. */
public final class ClipClassifier implements Classifier {
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
        return ClipOptions.offered();
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
        }
        return ClipOptions.objection(plan).or(() -> uncodable(plan));
    }

    private Optional<String> uncodable(RunPlan plan) {
        return plan.chosen().stream()
                .filter(variable -> !codes(variable))
                .findFirst()
                .map(variable -> "CLIP cannot code “" + variable.label()
                        + "”: it needs a choice of one category, and phrases for two categories at least.");
    }

    @Override
    public RunPlan completed(RunPlan plan, int version) {
        return plan.with(ClipOptions.completed(plan.parameters()));
    }

    @Override
    public List<Choice> described(Json parameters) {
        return ClipOptions.described(parameters);
    }

    @Override
    public Session prepare(RunPlan plan) {
        objection(plan).ifPresent(sentence -> {
            throw new CannotRun(sentence);
        });
        try {
            var options = ClipOptions.of(plan);
            var loaded = models.open(plan.model(), options.precision().orElseThrow());
            var rule = options.aggregation().orElseThrow();
            double scale = loaded.model().logitScale();
            var variables = plan.chosen().stream()
                    .map(variable -> new PhrasedVariable(variable, rule, scale, texts -> phrases.of(loaded, texts)))
                    .toList();
            var vectors = new ImageVectors(
                    embeddings, decoder, loaded, options.sight().orElseThrow());
            return new ClipSession(vectors, variables, loaded.model().precision());
        } catch (BrokenModel e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }
}
