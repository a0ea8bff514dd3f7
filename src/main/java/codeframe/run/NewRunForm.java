package codeframe.run;

import codeframe.db.Json;
import codeframe.image.FilterWords;
import codeframe.image.ImageFilter;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was chosen for a new run, and what is wrong with it. */
public record NewRunForm(RunOffer offer, RunRequest request, List<Problem.Mistake> mistakes) {

    /** Everything proposed: the first model that works, every variable that can be coded, the usual parameters. */
    static NewRunForm proposed(RunOffer offer, ImageFilter filter) {
        var parameters = offer.options().stream()
                .collect(Collectors.toMap(
                        Option::name, option -> option.choices().get(0).value()));
        var request = new RunRequest(
                offer.classifier().kind(),
                offer.model("").map(Model::name).orElse(""),
                offer.codable().stream().map(variable -> variable.key()).toList(),
                Json.of(parameters),
                filter,
                "");
        return new NewRunForm(offer, request, List.of());
    }

    /** With the settings of a run as far as they can still be chosen. */
    static NewRunForm like(Run run, RunOffer offer, ImageFilter filter) {
        var usual = proposed(offer, filter);
        var parameters = offer.options().stream().collect(Collectors.toMap(Option::name, option -> {
            var before = run.parameters().tree().path(option.name()).asText("");
            return option.choices().stream().anyMatch(one -> one.value().equals(before))
                    ? before
                    : usual.parameter(option.name());
        }));
        var request = new RunRequest(
                run.kind(),
                offer.model(run.model()).map(Model::name).orElse(""),
                FormerRun.variables(run, offer),
                Json.of(parameters),
                filter,
                Long.toString(run.seed()));
        return new NewRunForm(offer, request, List.of());
    }

    static NewRunForm typed(RunOffer offer, ImageFilter filter, Context ctx) {
        Map<String, String> parameters = offer.options().stream()
                .collect(Collectors.toMap(Option::name, option -> Params.text(ctx, option.name())));
        var request = new RunRequest(
                offer.classifier().kind(),
                Params.text(ctx, "model"),
                ctx.formParams("variables"),
                Json.of(parameters),
                filter,
                Params.text(ctx, "seed"));
        return new NewRunForm(offer, request, List.of());
    }

    NewRunForm with(List<Problem.Mistake> found) {
        return new NewRunForm(offer, request, found);
    }

    /** With the seed that was drawn, so that the run draws what the try has shown. */
    NewRunForm seeded(long seed) {
        var same = new RunRequest(
                request.kind(),
                request.model(),
                request.variables(),
                request.parameters(),
                request.images(),
                Long.toString(seed));
        return new NewRunForm(offer, same, mistakes);
    }

    public String parameter(String name) {
        return request.parameters().tree().path(name).asText("");
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    /** Which images, in words. */
    public String images() {
        return FilterWords.of(request.images());
    }

    /** What is to be known of the model and the chosen variables. */
    public List<String> remarks() {
        var chosen = offer.codable().stream()
                .filter(variable -> request.variables().contains(variable.key()))
                .toList();
        return offer.classifier().remarks(request.model(), chosen);
    }

    public Optional<Model> model() {
        return offer.model(request.model());
    }
}
