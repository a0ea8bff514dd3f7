package codeframe.clip;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.db.Json;
import codeframe.image.decode.ImageDecoder;
import codeframe.run.CannotRun;
import codeframe.run.Classifier;
import codeframe.run.Model;
import codeframe.run.Observed;
import codeframe.run.Option;
import codeframe.run.Run;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.Choice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Codes images with CLIP, by the phrases that the codebook has for its categories. */
public final class ClipClassifier implements Classifier {
    private final Models models;
    private final PhraseVectors phrases;
    private final Embeddings embeddings;
    private final ImageDecoder decoder;
    private final ModelPassports passports;
    private final DevThresholds thresholds;

    ClipClassifier(
            Models models,
            PhraseVectors phrases,
            Embeddings embeddings,
            ImageDecoder decoder,
            ModelPassports passports,
            DevThresholds thresholds) {
        this.thresholds = thresholds;
        this.passports = passports;
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
    public List<Option> options(List<Variable> codable) {
        return codable.stream().anyMatch(PhrasedLabels::suits)
                ? options()
                : options().stream()
                        .filter(option -> !option.name().equals(ClipOptions.THRESHOLD))
                        .toList();
    }

    @Override
    public boolean codes(Variable variable) {
        return PhrasedVariable.suits(variable) || (PhrasedLabels.suits(variable) && hasIndependent());
    }

    private boolean hasIndependent() {
        return models.directory().all().stream()
                .anyMatch(model -> model.usable() && model.build().independent());
    }

    @Override
    public String cannotCode(Variable variable) {
        if (variable.type() == VariableType.MULTI) {
            return "The variable \"" + variable.label() + "\" may have several values: such a one is coded by a SigLIP"
                    + " model, whose phrases have probabilities of their own, and needs a category with phrases.";
        }
        return Classifier.super.cannotCode(variable);
    }

    /** Also to plans that would begin by guessing, or whose thresholds nothing can tell. */
    @Override
    public Optional<String> objection(RunPlan plan) {
        return hindrance(plan)
                .or(() -> known(plan.model()).flatMap(known -> known.objection(plan.model(), plan.chosen())))
                .or(() -> ClipOptions.of(plan).fromDev() ? thresholds.objection(plan) : Optional.empty());
    }

    /** What keeps a run that was ordered from going on, too. */
    private Optional<String> hindrance(RunPlan plan) {
        var model = models.directory().named(plan.model());
        if (model.isEmpty()) {
            return Optional.of("The model “" + plan.model() + "” is not installed on this server.");
        } else if (!shown(model.get()).usable()) {
            return Optional.of(shown(model.get()).broken());
        }
        return ClipOptions.objection(plan)
                .or(() -> uncodable(plan, model.get().build().independent()));
    }

    @Override
    public List<String> remarks(String model, List<Variable> variables) {
        return known(model)
                .map(known -> known.objection(model, variables).orElseGet(() -> known.remark(model, variables)))
                .filter(sentence -> !sentence.isEmpty())
                .stream()
                .toList();
    }

    private Optional<KnownWords> known(String model) {
        return models.directory().named(model).flatMap(KnownWords::in);
    }

    private static Optional<String> uncodable(RunPlan plan, boolean independent) {
        return plan.chosen().stream()
                .filter(variable -> !PhrasedVariable.suits(variable) && !(independent && PhrasedLabels.suits(variable)))
                .findFirst()
                .map(variable -> "The model “" + plan.model() + "” cannot code “" + variable.label() + "”: "
                        + (PhrasedLabels.suits(variable)
                                ? "categories of which several may apply need a SigLIP model."
                                : "it needs a choice of one category, and phrases for two categories at least."));
    }

    @Override
    public RunPlan completed(RunPlan plan, int version) {
        var unknown = known(plan.model())
                .map(known -> known.unknown(KnownWords.phrases(plan.chosen())))
                .orElse(List.of());
        return plan.with(ClipOptions.completed(plan, unknown));
    }

    @Override
    public List<Choice> described(Json parameters) {
        return ClipOptions.described(parameters);
    }

    @Override
    public Observed observed(Run run) {
        var taken = thresholds.observed(run.id());
        var computed = passports.observed(run.id());
        return new Observed(
                Stream.concat(taken.facts().stream(), computed.facts().stream()).toList(), computed.remarks());
    }

    @Override
    public Session prepare(RunPlan plan, long run) {
        return prepare(plan, run, origin -> passports.used(run, origin));
    }

    @Override
    public Session prepare(RunPlan plan) {
        return prepare(plan, 0, origin -> {});
    }

    /**
     * @param run 0 for a try
     * @param used told by which machines its vectors were made
     */
    private Session prepare(RunPlan plan, long run, Consumer<Optional<Long>> used) {
        (run == 0 ? objection(plan) : hindrance(plan)).ifPresent(sentence -> {
            throw new CannotRun(sentence);
        });
        try {
            var options = ClipOptions.of(plan);
            var loaded = models.open(plan.model(), options.precision().orElseThrow());
            var here = passports.tests().of(plan.model(), loaded).id();
            var vectors = new ImageVectors(
                    embeddings,
                    decoder,
                    loaded,
                    options.sight().orElseThrow(),
                    new VectorOrigins(Optional.of(here), used));
            var threshold = threshold(plan, run, options, loaded, vectors);
            var judges = plan.chosen().stream()
                    .map(variable -> judge(variable, options, loaded, threshold))
                    .toList();
            return new ClipSession(vectors, judges, loaded.model().precision());
        } catch (BrokenModel e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }

    /** Of each variable of several values. */
    private ToDoubleFunction<Variable> threshold(
            RunPlan plan, long run, ClipOptions options, Models.Loaded loaded, ImageVectors vectors) {
        double chosen = options.threshold().orElseThrow();
        if (!options.fromDev()) {
            return variable -> chosen;
        }
        Function<Variable, PhrasedLabels> judge = variable -> labels(variable, options, loaded, chosen);
        var taken = run == 0 ? thresholds.tried(plan, vectors, judge) : thresholds.of(plan, run, vectors, judge);
        return variable -> taken.get(variable.key());
    }

    private PhraseJudge judge(
            Variable variable, ClipOptions options, Models.Loaded loaded, ToDoubleFunction<Variable> threshold) {
        return PhrasedVariable.suits(variable)
                ? new PhrasedVariable(
                        variable,
                        options.aggregation().orElseThrow(),
                        loaded.model().logitScale(),
                        texts -> phrases.of(loaded, texts))
                : labels(variable, options, loaded, threshold.applyAsDouble(variable));
    }

    private PhrasedLabels labels(Variable variable, ClipOptions options, Models.Loaded loaded, double threshold) {
        var model = loaded.model();
        return new PhrasedLabels(
                variable,
                options.aggregation().orElseThrow(),
                new PhrasedLabels.Sigmoid(model.logitScale(), model.logitBias().orElseThrow(), threshold),
                texts -> phrases.of(loaded, texts));
    }
}
