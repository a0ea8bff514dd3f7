package codeframe.run;

import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A run whose settings a new one begins with.
 *
 * @param changes what of them is otherwise by now, as sentences
 */
public record FormerRun(Run run, List<String> changes) {
    public static FormerRun of(Run run, RunOffer offer) {
        var found = new ArrayList<String>();
        offer.version()
                .filter(version -> version.number() != run.codebookVersion())
                .ifPresent(version -> found.add("It was made with version " + run.codebookVersion()
                        + " of the codebook; a new run uses version " + version.number() + "."));
        int gone = run.variables().size() - variables(run, offer).size();
        if (gone > 0) {
            found.add(
                    gone == 1
                            ? "A variable of it can no longer be coded this way."
                            : gone + " variables of it can no longer be coded this way.");
        }
        if (!offer.models().isEmpty()
                && offer.models().stream().noneMatch(model -> model.name().equals(run.model()))) {
            found.add("Its model " + run.model() + " is no longer here: look at the one that is chosen.");
        }
        return new FormerRun(run, found);
    }

    public FormerRun and(List<String> further) {
        var all = new ArrayList<>(changes);
        all.addAll(further);
        return new FormerRun(run, all);
    }

    /** Those of its variables that can be coded now. */
    public static List<String> variables(Run run, RunOffer offer) {
        return offer.codable().stream()
                .map(Variable::key)
                .filter(key -> run.variables().contains(key))
                .toList();
    }
}
