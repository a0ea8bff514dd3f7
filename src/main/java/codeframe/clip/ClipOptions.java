package codeframe.clip;

import codeframe.db.Json;
import codeframe.run.Option;
import codeframe.run.RunPlan;
import codeframe.web.Choice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What can be chosen for a run of CLIP beside its model and variables. */
record ClipOptions(
        Optional<Aggregation> aggregation,
        Optional<Precision> precision,
        Optional<Sight> sight,
        OptionalDouble threshold,
        boolean fromDev) {
    private static final String AGGREGATION = "aggregation";
    private static final String PRECISION = "precision";
    static final String THRESHOLD = "threshold";
    /** Words that a small model does not know, written down when a run is ordered. */
    static final String UNKNOWN = "unknown_words";
    /** A threshold that the gold of a dev sample decides. */
    private static final String DEV = "dev";

    private static final List<String> NAMES = List.of(AGGREGATION, PRECISION, Sight.PARAMETER, THRESHOLD, UNKNOWN);
    /** The even chance first, which is proposed. */
    private static final List<String> THRESHOLDS = List.of(
            "0.5", "0.001", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.3", "0.4", "0.6", "0.7", "0.8", "0.9");

    static ClipOptions of(RunPlan plan) {
        var rule = plan.parameter(AGGREGATION);
        var precision = plan.parameter(PRECISION);
        return new ClipOptions(
                rule.isEmpty() ? Optional.of(Aggregation.MEAN) : Aggregation.of(rule),
                precision.isEmpty() ? Optional.of(Precision.AUTO) : precision(precision),
                Sight.of(plan.parameter(Sight.PARAMETER)),
                threshold(plan.parameter(THRESHOLD)),
                plan.parameter(THRESHOLD).equals(DEV));
    }

    /** A probability between 0 and 1, without either. */
    private static OptionalDouble threshold(String text) {
        try {
            double threshold = text.isEmpty() || text.equals(DEV) ? 0.5 : Double.parseDouble(text);
            return threshold > 0 && threshold < 1 ? OptionalDouble.of(threshold) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static Optional<Precision> precision(String key) {
        return Arrays.stream(Precision.values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }

    static List<Option> offered() {
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
                                new Choice("bf16", "bf16, faster"))),
                new Option(
                        Sight.PARAMETER,
                        "Pictures marked to be turned",
                        "Cameras store pictures lying on their side, with a mark (EXIF) that says how to turn them."
                                + " People see them turned; published CLIP code does not.",
                        Sight.choices()),
                new Option(
                        THRESHOLD,
                        "Categories of a variable of several values",
                        "From which probability on a category is given, with a SigLIP model. The gold of a closed dev"
                                + " sample can decide, for each variable by itself; test gold never does.",
                        Stream.concat(
                                        THRESHOLDS.stream().map(value -> new Choice(value, "From " + value)),
                                        Stream.of(new Choice(DEV, "As dev gold says: best F1")))
                                .toList()));
    }

    /** Why a plan cannot be followed; empty when nothing in its parameters is wrong. */
    static Optional<String> objection(RunPlan plan) {
        var options = of(plan);
        var unknown = unknownParameter(plan);
        if (unknown.isPresent()) {
            return Optional.of("A run of CLIP has no \"" + unknown.get()
                    + "\"; it has aggregation, precision, orientation and threshold.");
        } else if (options.aggregation.isEmpty()) {
            return Optional.of("The aggregation “" + plan.parameter(AGGREGATION) + "” is none of "
                    + String.join(
                            ", ",
                            Arrays.stream(Aggregation.values())
                                    .map(Aggregation::key)
                                    .toList()) + ".");
        } else if (options.precision.isEmpty()) {
            return Optional.of("The precision may be auto, fp32 or bf16.");
        } else if (options.threshold.isEmpty()) {
            return Optional.of("The threshold must be a probability between 0 and 1, such as 0.5, or dev.");
        }
        return options.sight.isPresent()
                ? Optional.empty()
                : Optional.of("The orientation may be upright, as people see pictures, or stored, as their files do.");
    }

    /** A misspelt parameter would be passed over, and the run be another than the one asked for. */
    private static Optional<String> unknownParameter(RunPlan plan) {
        return plan.parameters().tree().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !NAMES.contains(name))
                .findFirst();
    }

    /** A run says how it saw pictures, also where nobody chose: only runs from before this was a choice are silent. */
    static Json completed(RunPlan plan, List<String> unknown) {
        ObjectNode all = plan.parameters().tree().deepCopy();
        all.remove(UNKNOWN);
        if (!unknown.isEmpty()) {
            all.put(UNKNOWN, String.join(", ", unknown));
        }
        if (plan.chosen().stream().noneMatch(PhrasedLabels::suits)) {
            all.remove(THRESHOLD);
        } else if (all.path(THRESHOLD).asText("").isEmpty()) {
            all.put(THRESHOLD, THRESHOLDS.get(0));
        }
        if (all.path(Sight.PARAMETER).asText("").isEmpty()) {
            all.put(Sight.PARAMETER, Sight.UPRIGHT.key());
        }
        return Json.of(all);
    }

    static List<Choice> described(Json parameters) {
        var described = new ArrayList<Choice>();
        parameters.tree().properties().stream()
                .filter(entry -> !entry.getKey().equals(Sight.PARAMETER))
                .forEach(entry -> described.add(
                        new Choice(entry.getKey(), entry.getValue().asText())));
        var key = parameters.tree().path(Sight.PARAMETER).asText("");
        described.add(
                new Choice(Sight.PARAMETER, Sight.of(key).map(Sight::label).orElse(key)));
        return described;
    }
}
