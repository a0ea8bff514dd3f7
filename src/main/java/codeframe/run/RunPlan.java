package codeframe.run;

import codeframe.codebook.Codebook;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import java.util.List;

/**
 * What a run is to do, apart from its images.
 *
 * @param variables keys of variables of the codebook
 * @param parameters what the kind alone understands: a JSON object such as {"aggregation":"mean","precision":"auto"}
 * @param unit what is judged as one; posts and videos under their leads
 */
public record RunPlan(
        long project,
        String kind,
        String model,
        Codebook codebook,
        List<String> variables,
        Json parameters,
        long seed,
        Unit unit) {

    /** One that judges image by image. */
    public RunPlan(
            long project,
            String kind,
            String model,
            Codebook codebook,
            List<String> variables,
            Json parameters,
            long seed) {
        this(project, kind, model, codebook, variables, parameters, seed, Unit.IMAGE);
    }

    /** The variables to code, in the order of the codebook. */
    public List<Variable> chosen() {
        return codebook.variables().stream()
                .filter(variable -> variables.contains(variable.key()))
                .toList();
    }

    /** The same with other parameters. */
    public RunPlan with(Json others) {
        return new RunPlan(project, kind, model, codebook, variables, others, seed, unit);
    }

    /** The coder whose codes of images it lifts to their posts or videos; 0 where it judges by itself. */
    long source() {
        return parameters.tree().path("source").path("coder").asLong(0);
    }

    /** The same, judging another unit. */
    public RunPlan judging(Unit other) {
        return new RunPlan(project, kind, model, codebook, variables, parameters, seed, other);
    }

    /** A parameter as text; empty when it was not given. */
    public String parameter(String name) {
        return parameters.tree().path(name).asText("");
    }
}
