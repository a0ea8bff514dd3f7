package codeframe.vote;

import codeframe.image.ImageFilter;
import codeframe.image.LeftOpen;
import codeframe.run.RunPlan;
import java.util.List;
import java.util.Optional;

/** A voter of a cascade that was asked only what others of its voters left open, and so answers nothing else. */
record AskedLeftOpen(String name, List<LeftOpen> left) {
    static AskedLeftOpen of(VoteRows.Asked voter, List<Long> voters) {
        var left = ImageFilter.fromQuery(voter.images()).left().stream()
                .filter(open -> voters.containsAll(open.coders()))
                .toList();
        return new AskedLeftOpen(voter.name(), left);
    }

    /** Where the cascade passes on something else than it was asked. */
    Optional<String> objection(RunPlan plan, String pass) {
        boolean asked = plan.variables().stream()
                .allMatch(variable ->
                        left.stream().anyMatch(open -> open.variable().equals(variable) && open.asIn(pass)));
        return left.stream()
                .findFirst()
                .filter(open -> !asked)
                .map(open -> name + " was asked only what others left open in \"" + label(plan, open.variable())
                        + "\" (" + LeftOpen.inWords(open.how())
                        + "), and has no answer to what else would be passed on."
                        + " Pass on the same, of that variable alone, or let another decide.");
    }

    private static String label(RunPlan plan, String key) {
        return plan.codebook().variable(key).map(variable -> variable.label()).orElse(key);
    }
}
