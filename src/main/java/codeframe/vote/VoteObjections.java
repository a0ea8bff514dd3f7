package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.image.LeftOpen;
import codeframe.run.RunPlan;
import codeframe.statistics.vote.DawidSkene;
import codeframe.web.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What speaks against a vote, as a sentence. */
final class VoteObjections {
    private final VoteRows rows;

    VoteObjections(VoteRows rows) {
        this.rows = rows;
    }

    Optional<String> to(RunPlan plan) {
        var terms = VoteTerms.of(plan);
        var known = rows.candidates(plan.project()).stream()
                .collect(Collectors.toMap(VoteRows.Candidate::coder, Function.identity()));
        var unknown = terms.voters().stream()
                .filter(number -> !known.containsKey(number))
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of("There is no coder " + unknown.get(0) + " here that could vote; gold is none.");
        }
        var voters = terms.voters().stream().map(known::get).toList();
        return number(voters, terms)
                .or(() -> going(voters))
                .or(() -> units(voters, plan.chosen()))
                .or(() -> silent(voters, plan.chosen()))
                .or(() -> byRule(plan, terms, voters));
    }

    private static Optional<String> number(List<VoteRows.Candidate> voters, VoteTerms terms) {
        if (voters.size() < 2) {
            return Optional.of(
                    voters.isEmpty()
                            ? "Choose the coders whose answers are counted, two at least."
                            : "A vote of " + voters.get(0).name() + " alone is "
                                    + voters.get(0).name() + "'s own answer. Choose a second voter.");
        }
        return terms.needed() > voters.size()
                ? Optional.of("At least " + terms.needed() + " voters must answer, but only " + voters.size()
                        + " are chosen.")
                : Optional.empty();
    }

    private static Optional<String> going(List<VoteRows.Candidate> voters) {
        return voters.stream()
                .filter(VoteRows.Candidate::going)
                .findFirst()
                .map(voter ->
                        voter.name() + " is not finished: its votes would be counted by half. Wait until it is done,"
                                + " cancel it, or leave it out.");
    }

    /** Voters and variables are of one unit: an answer about a post is none about its first image. */
    private static Optional<String> units(List<VoteRows.Candidate> voters, List<Variable> variables) {
        var unit = variables.get(0).unit();
        var other =
                variables.stream().filter(variable -> variable.unit() != unit).findFirst();
        if (other.isPresent()) {
            return Optional.of("\"" + variables.get(0).label() + "\" is asked of " + unit.many() + " and \""
                    + other.get().label() + "\" of " + other.get().unit().many() + ". Vote on them one after another.");
        }
        return voters.stream()
                .filter(voter -> voter.unit() != null && voter.unit() != unit)
                .findFirst()
                .map(voter -> voter.name() + " judged " + voter.unit().many() + ", and \""
                        + variables.get(0).label()
                        + "\" is asked of " + unit.many() + "."
                        + (voter.unit().several()
                                ? " Leave it out."
                                : " Lift its codes first, and let the lift vote."));
    }

    private static Optional<String> silent(List<VoteRows.Candidate> voters, List<Variable> variables) {
        for (var voter : voters) {
            for (var variable : variables) {
                if (!voter.variables().contains(variable.key())) {
                    return Optional.of(voter.name() + " has no closed codes of \"" + variable.label()
                            + "\" and so has no vote: what is still coded in an open or sealed sample, or was coded with"
                            + " suggestions in sight, is not counted. Leave out the one or the other.");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> byRule(RunPlan plan, VoteTerms terms, List<VoteRows.Candidate> voters) {
        return switch (VoteRule.named(plan.model()).orElseThrow()) {
            case CASCADE -> leftOpen(plan, terms).or(() -> cascade(plan, terms, voters));
            case MAJORITY, UNANIMOUS -> Optional.empty();
            case WEIGHTED -> weights(plan, terms);
            case DAWID_SKENE ->
                voters.size() < DawidSkene.LEAST_VOTERS
                        ? Optional.of(
                                "Dawid and Skene's estimates need three voters at least: of two nobody can tell which"
                                        + " one is wrong. Choose a third, or another rule.")
                        : Optional.empty();
            case CROWDLAB -> crowdlab(plan, voters);
        };
    }

    private Optional<String> leftOpen(RunPlan plan, VoteTerms terms) {
        return rows.asked(plan.project(), terms.voters()).stream()
                .map(voter -> AskedLeftOpen.of(voter, terms.voters()))
                .flatMap(voter -> voter.objection(plan, terms.pass()).stream())
                .findFirst();
    }

    private Optional<String> cascade(RunPlan plan, VoteTerms terms, List<VoteRows.Candidate> voters) {
        if (terms.pass().equals(LeftOpen.UNSURE)) {
            return Optional.empty();
        } else if (terms.pass().equals(LeftOpen.DIFFER)) {
            return voters.size() < 3
                    ? Optional.of(
                            "Where coders differ, a third decides: choose two who may differ and, as the last, the one"
                                    + " who decides.")
                    : Optional.empty();
        }
        return voters.subList(0, voters.size() - 1).stream()
                .flatMap(voter -> plan.chosen().stream()
                        .filter(variable -> rows.confident(plan.project(), voter.coder(), plan.variables()).stream()
                                .noneMatch(variable.key()::equals))
                        .map(variable -> voter.name() + " does not tell how sure it is of \"" + variable.label()
                                + "\", so nothing of it is below a confidence. Pass on what is unsure, or put another"
                                + " first."))
                .findFirst();
    }

    private Optional<String> weights(RunPlan plan, VoteTerms terms) {
        var samples = rows.devSamples(plan.project());
        if (samples.isEmpty() || (terms.gold() > 0 && !samples.contains(terms.gold()))) {
            return Optional.of("Weights come from the gold of a closed dev sample, and there is "
                    + (samples.isEmpty() ? "none yet" : "no such sample " + terms.gold())
                    + ". Settle one, or choose a rule that needs no gold.");
        }
        long gold = terms.gold() > 0 ? terms.gold() : samples.get(0);
        var makers = rows.madeGold(plan.project(), terms.voters(), gold, plan.variables());
        return makers.isEmpty()
                ? scarce(plan, gold)
                : Optional.of("Codes of " + String.join(", ", makers) + " made the gold that the weights come from, so"
                        + " their accuracy on it says nothing. Leave them out, or choose another rule.");
    }

    /** Every fold needs gold of its own, and groups are not split between folds. */
    private Optional<String> scarce(RunPlan plan, long sample) {
        var groups = rows.gold(plan.project(), sample, plan.variables()).stream()
                .filter(gold -> gold.value() != null)
                .collect(Collectors.groupingBy(
                        VoteRows.Gold::variable, Collectors.mapping(VoteRows.Gold::grouping, Collectors.toSet())));
        return plan.chosen().stream()
                .filter(variable ->
                        groups.getOrDefault(variable.key(), Set.of()).size() < VoteFit.FOLDS)
                .findFirst()
                .map(variable -> scarce(
                        variable.label(),
                        groups.getOrDefault(variable.key(), Set.of()).size(),
                        sample));
    }

    private static String scarce(String variable, int groups, long sample) {
        return groups == 0
                ? "Weights come from gold, and sample " + sample + " has no gold of \"" + variable
                        + "\" beyond examples in prompts. Settle it, or choose a rule that needs no gold."
                : "Gold of \"" + variable + "\" comes from "
                        + NumberText.count(groups, "account or post", "accounts or posts") + ". Weights need "
                        + VoteFit.FOLDS + ", so that no image is decided by its own gold. Settle more, or choose a"
                        + " rule that needs no gold.";
    }

    private static Optional<String> crowdlab(RunPlan plan, List<VoteRows.Candidate> voters) {
        long models = voters.stream().filter(voter -> voter.run() != null).count();
        boolean clip = voters.stream().anyMatch(voter -> "clip".equals(voter.runKind()));
        if (models != 1 || !clip || voters.size() < 3) {
            return Optional.of(
                    "This rule takes one CLIP run, for its probabilities, and two people or more. Choose them,"
                            + " or another rule.");
        }
        return plan.chosen().stream()
                .filter(variable -> variable.type() != VariableType.SINGLE)
                .findFirst()
                .map(variable ->
                        "This rule takes variables of one category, and \"" + variable.label() + "\" is another one.");
    }
}
