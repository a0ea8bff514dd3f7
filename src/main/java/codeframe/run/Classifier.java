package codeframe.run;

import codeframe.codebook.Variable;
import java.util.List;
import java.util.Optional;

/** One way in which a machine codes images. Shared by all workers of a node, so safe to use from several threads. */
public interface Classifier {
    /** The run's kind in the database: clip, llm, ensemble or vote. */
    String kind();

    /** The models to choose from, broken ones included; the first usable one is proposed. */
    List<Model> models();

    /** What can be chosen for a run beside model and variables; the choices arrive as the plan's parameters. */
    default List<Option> options() {
        return List.of();
    }

    /** Whether a variable can be coded this way, for instance because its categories have phrases. */
    boolean codes(Variable variable);

    /** Why this plan cannot be run, found without loading anything; empty when nothing speaks against it. */
    Optional<String> objection(Plan plan);

    /**
     * Makes ready. Called anew every few seconds by every worker: what is dear to load is kept in the classifier.
     *
     * @throws CannotRun with the reason, such as a model that is not there
     */
    Session prepare(Plan plan);
}
