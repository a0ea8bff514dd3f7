package codeframe.llm.run;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.feature.telling.FeatureOffers;
import codeframe.image.ImageFilter;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.prompt.PromptPart;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.server.LlmServer;
import codeframe.run.RunOffer;
import codeframe.run.RunRequest;
import codeframe.web.Choice;
import codeframe.web.Dollars;
import codeframe.web.NumberText;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was chosen for a run by a model, and what is wrong with it. */
public record LlmRunForm(
        RunOffer offer,
        Choices choices,
        Map<String, String> typed,
        List<String> variables,
        List<String> examples,
        ImageFilter filter,
        List<Problem.Mistake> mistakes) {
    /** Before the name of a part of the prompt. */
    public static final String PART = "part:";

    /**
     * What the project has to choose from.
     *
     * @param features that can be told of images; none where the image itself is sent
     */
    public record Choices(Evidence evidence, List<LlmServer> servers, List<FeatureOffers.Offer> features) {}

    private static final List<String> REPETITION = List.of("check_images", "check_times", "check_words", "check_cap");

    static LlmRunForm proposed(RunOffer offer, Choices choices, ImageFilter filter) {
        var usual = new LinkedHashMap<String, String>();
        var servers = choices.servers();
        usual.put(
                "server", servers.isEmpty() ? "" : Long.toString(servers.get(0).id()));
        usual.putAll(FeatureFields.proposed(choices.features()));
        usual.put("model", "");
        usual.put("detail", "auto");
        usual.put("edge", Integer.toString(RunTermsForm.EDGE));
        usual.put("format", "jpeg");
        usual.put("temperature", "0");
        usual.put("send_seed", "true");
        usual.put("max_tokens", Integer.toString(RunTermsForm.MAX_TOKENS));
        usual.put("samples", "1");
        usual.put("post_pictures", "0");
        usual.put("unit_pictures", Integer.toString(RunTermsForm.UNIT_PICTURES));
        usual.put("schema", "strict");
        usual.put("split", "whole");
        usual.put("anonymity", "true");
        usual.put("check_images", "50");
        usual.put("check_times", "2");
        usual.put("check_words", "true");
        var variables = JudgedUnit.proposed(offer.codebook().variables());
        return new LlmRunForm(offer, choices, usual, variables, List.of(), filter, List.of());
    }

    static LlmRunForm typed(RunOffer offer, Choices choices, ImageFilter filter, PromptParts parts, Context ctx) {
        var typed = new LinkedHashMap<String, String>();
        typed.putAll(FeatureFields.typed(choices.features(), ctx));
        RunTermsFields.TEXTS.forEach(name -> typed.put(name, Params.text(ctx, name)));
        RunTermsFields.FLAGS.forEach(
                name -> typed.put(name, Boolean.toString(Params.text(ctx, name).equals("true"))));
        typed.put("model", Params.text(ctx, "model"));
        typed.put("seed", Params.text(ctx, "seed"));
        typed.put("proposed_cap", Params.text(ctx, "proposed_cap"));
        REPETITION.forEach(name -> typed.put(name, Params.text(ctx, name)));
        for (var part : parts.parts()) {
            var text = ctx.formParam(PART + part.name());
            typed.put(
                    PART + part.name(),
                    text == null ? part.text() : text.replace("\r\n", "\n").strip());
        }
        return new LlmRunForm(
                offer, choices, typed, ctx.formParams("variables"), ctx.formParams("examples"), filter, List.of());
    }

    /** With the prompt as it stands, to be rewritten for this run. */
    LlmRunForm asking(PromptParts parts) {
        var more = new LinkedHashMap<>(typed);
        parts.parts().forEach(part -> more.put(PART + part.name(), part.text()));
        return new LlmRunForm(offer, choices, more, variables, examples, filter, mistakes);
    }

    /** The parts of the prompt as they are typed here. */
    public List<PromptPart> parts() {
        return PromptParts.of(offer.codebook(), evidence()).parts().stream()
                .map(part -> new PromptPart(part.name(), part.title(), value(PART + part.name())))
                .toList();
    }

    /** The same with other values, over other images. */
    LlmRunForm with(Map<String, String> values, ImageFilter images) {
        var more = new LinkedHashMap<>(typed);
        more.putAll(values);
        return new LlmRunForm(offer, choices, more, variables, examples, images, mistakes);
    }

    LlmRunForm like(Map<String, String> values, List<String> others, List<String> shown) {
        var more = new LinkedHashMap<>(typed);
        more.putAll(values);
        return new LlmRunForm(offer, choices, more, others, shown, filter, mistakes);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean is(String flag) {
        return value(flag).equals("true");
    }

    /** Whether something of the request is chosen that seldom is. */
    public boolean isUnusual() {
        return value("send_seed").equals("false")
                || is("logprobs")
                || Stream.of("effort", "token_limit", "fields")
                        .anyMatch(field -> !value(field).isEmpty());
    }

    /** Whether what is judged can be chosen: a variable is asked of posts or videos, and pictures are sent. */
    public boolean offersUnits() {
        return evidence() == Evidence.IMAGE
                && offer.codebook().variables().stream()
                        .anyMatch(variable -> variable.unit().several());
    }

    public List<Choice> unitChoices() {
        return List.of(
                new Choice("", "Whole, as its variables are asked (" + offer.counted() + ")"),
                new Choice(
                        Unit.IMAGE.word(),
                        "Image by image, to lift the codes afterwards (" + NumberText.count(offer.images()) + ")"));
    }

    /** "12 posts": how many a run of it judges. */
    public String counted() {
        var unit = unit();
        return unit.count(unit.several() ? offer.units().getOrDefault(unit, 0L) : offer.images());
    }

    /** What a run of it judges as one. */
    public Unit unit() {
        return offersUnits() ? JudgedUnit.of(value("unit"), chosen()) : Unit.IMAGE;
    }

    private List<Variable> chosen() {
        return offer.codebook().variables().stream()
                .filter(variable -> variables.contains(variable.key()))
                .toList();
    }

    /** Whether anything of the post is sent. */
    public boolean sendsPost() {
        return RunTermsFields.OF_THE_POST.stream()
                .anyMatch(field -> !value(field).isEmpty()
                        && !value(field).equals("false")
                        && !value(field).equals("0"));
    }

    RunRequest termsForm() {
        var parameters = new LinkedHashMap<String, Object>();
        RunTermsFields.TEXTS.forEach(name -> parameters.put(name, value(name)));
        RunTermsFields.FLAGS.forEach(name -> parameters.put(name, value(name)));
        parameters.put("examples", examples);
        parameters.put("phrasing", value("phrasing"));
        RunTermsFields.foreign(evidence()).forEach(parameters::remove);
        if (!evidence().isImage()) {
            parameters.putAll(FeatureFields.parameters(choices.features(), typed));
        }
        var parts = new LinkedHashMap<String, String>();
        typed.forEach((name, text) -> {
            if (name.startsWith(PART)) {
                parts.put(name.substring(PART.length()), text);
            }
        });
        parameters.put("parts", parts);
        return new RunRequest(evidence().kind(), value("model"), variables, Json.of(parameters), filter, value("seed"));
    }

    LlmRunForm with(List<Problem.Mistake> found) {
        return new LlmRunForm(offer, choices, typed, variables, examples, filter, List.copyOf(found));
    }

    /** With the seed that was drawn, and what the run is expected to cost. */
    LlmRunForm tried(long seed, PriceEstimate estimate) {
        var more = new LinkedHashMap<>(typed);
        more.put("seed", Long.toString(seed));
        more.put("estimate_low", estimate.low().toPlainString());
        more.put("estimate_high", estimate.high().toPlainString());
        boolean proposed = value("cap").isEmpty() || value("cap").equals(value("proposed_cap"));
        if (proposed && estimate.high().signum() > 0) {
            more.put("cap", Dollars.up(estimate.high()).toPlainString());
            more.put("proposed_cap", more.get("cap"));
        }
        return new LlmRunForm(offer, choices, more, variables, examples, filter, mistakes);
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    public Evidence evidence() {
        return choices.evidence();
    }

    /** Nothing is chosen before somebody does where the server of a former run is gone. */
    public List<Choice> serverChoices() {
        return Stream.concat(
                        value("server").isEmpty() ? Stream.of(new Choice("", "Choose a server")) : Stream.empty(),
                        choices.servers().stream()
                                .map(server -> new Choice(
                                        Long.toString(server.id()), server.name() + " (" + server.host() + ")")))
                .toList();
    }

    /** What keeps any run from starting, as a sentence; empty when nothing does. */
    public String obstacle() {
        if (offer.version().isEmpty()) {
            return "No codebook is published yet. A run needs a published version, so that its codes always say what"
                    + " they mean.";
        } else if (offer.codebook().variables().isEmpty()) {
            return "The codebook has no variables, so there is nothing to ask a model. Write one and publish it again.";
        } else if (!evidence().isImage() && choices.features().isEmpty()) {
            return "Nothing is known of the images yet. Import features of another tool, or have the text in the images"
                    + " read; then a model can judge by them.";
        } else if (choices.servers().isEmpty()) {
            return "This project has no LLM server yet. Add one: a model on this computer needs an address and nothing"
                    + " else.";
        }
        return (offersUnits() ? offer.isNothing() : offer.images() == 0)
                ? "There is no image to code here. Import some, or choose others in the gallery."
                : "";
    }
}
