package codeframe.run;

import codeframe.codebook.Codebook;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.web.Choice;
import java.util.List;
import java.util.Optional;

/** One way in which a machine codes images. Shared by all workers of a node, so safe to use from several threads. */
public interface Classifier {
    /** The run's kind in the database: clip, llm, ensemble or vote. */
    String kind();

    /** Where, within a project, a new run of this kind is chosen. */
    default String newRunPath() {
        return "/runs/new";
    }

    /** The models to choose from, broken ones included; the first usable one is proposed. */
    List<Model> models();

    /** The model of that name, as a project knows it. */
    default Optional<Model> model(long project, String name) {
        return models().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** What can be chosen for a run beside model and variables; the choices arrive as the plan's parameters. */
    default List<Option> options() {
        return List.of();
    }

    /** Those that matter for any of these variables. */
    default List<Option> options(List<Variable> codable) {
        return options();
    }

    /** Whether a variable can be coded this way, for instance because its categories have phrases. */
    boolean codes(Variable variable);

    /** Why a variable cannot be coded this way, as a sentence. */
    default String cannotCode(Variable variable) {
        return "The variable \"" + variable.label()
                + "\" cannot be coded this way: at least two of its categories need phrases.";
    }

    /** What its runs judge as one, such as each post with all its pictures. */
    default Unit unit(RunPlan plan) {
        return Unit.IMAGE;
    }

    /** The codebook that its runs are of: the project's, unless what it asks is a matter of its own. */
    default Codebook asked(Codebook published) {
        return published;
    }

    /** What whoever chooses this model for these variables ought to know, as sentences. */
    default List<String> remarks(String model, List<Variable> variables) {
        return List.of();
    }

    /** Why this plan cannot be run, found without loading anything; empty when nothing speaks against it. */
    Optional<String> objection(RunPlan plan);

    /**
     * The plan with everything written down that must not change when the project does; asked for when nothing speaks
     * against the plan.
     *
     * @param version number of the codebook
     */
    default RunPlan completed(RunPlan plan, int version) {
        return plan;
    }

    /** The parameters of a run in words, for its page. */
    default List<Choice> described(Json parameters) {
        return parameters.tree().properties().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue().asText()))
                .toList();
    }

    /** What came to light while a run was done; nothing where a classifier is what it was at the start. */
    default Observed observed(Run run) {
        return Observed.NONE;
    }

    /** What a run may spend and has spent; empty for what costs nothing. */
    default Optional<Account> account(Run run) {
        return Optional.empty();
    }

    /** What a running run waits for just now, as a sentence; empty where it does not wait for long. */
    default String waiting(Run run) {
        return "";
    }

    /**
     * Makes ready for a run that is stored; the same as for a try unless the classifier keeps something with the run.
     *
     * @throws CannotRun with the reason
     * @throws NotYet where it takes longer: what was made ready so far is kept, and the worker comes back
     */
    default Session prepare(RunPlan plan, long run) {
        return prepare(plan);
    }

    /**
     * Makes ready. Called anew every few seconds by every worker: what is dear to load is kept in the classifier.
     *
     * @throws CannotRun with the reason, such as a model that is not there
     */
    Session prepare(RunPlan plan);
}
