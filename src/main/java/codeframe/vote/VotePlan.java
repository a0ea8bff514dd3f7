package codeframe.vote;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.run.RunPlan;
import codeframe.statistics.vote.VotingRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vote as its run has it.
 *
 * @param model the voter that is a model with probabilities, where the rule asks for one; it has no vote of its own
 */
record VotePlan(
        long project,
        VoteRule rule,
        List<Variable> variables,
        VoteTerms terms,
        List<Voter> voters,
        Optional<Voter> model) {
    static VotePlan of(RunPlan plan, List<Voter> voters) {
        var rule = VoteRule.named(plan.model()).orElseThrow();
        var model = rule == VoteRule.CROWDLAB
                ? voters.stream().filter(voter -> voter.run() != null).findFirst()
                : Optional.<Voter>empty();
        return new VotePlan(plan.project(), rule, plan.chosen(), VoteTerms.of(plan), voters, model);
    }

    Optional<Cascade> cascade() {
        return rule == VoteRule.CASCADE ? Optional.of(new Cascade(voters, terms.pass())) : Optional.empty();
    }

    /** What all of its variables are asked of. */
    Unit unit() {
        return variables.get(0).unit();
    }

    List<String> keys() {
        return variables.stream().map(Variable::key).toList();
    }

    /** Probabilities are read for the rule that asks for them. */
    VotersAnswers answers(VoteRows rows, List<Long> images) {
        return new VotersAnswers(
                rows.said(project, terms.voters(), images, keys(), unit().word(), rule == VoteRule.CROWDLAB));
    }

    List<Motion> motions() {
        return variables.stream()
                .flatMap(variable -> Motion.of(variable).stream())
                .toList();
    }

    /** Those with a vote. */
    List<Voter> electorate() {
        return voters.stream()
                .filter(voter -> model.isEmpty() || voter.coder() != model.get().coder())
                .toList();
    }

    /** The least number of votes; the model has none, so all who were asked are one fewer. */
    int needed() {
        return Math.min(terms.needed(), electorate().size());
    }

    /** What each said, as numbers of options. */
    int[] votes(Motion motion, VotersAnswers answers, long image) {
        return electorate().stream()
                .mapToInt(voter ->
                        motion.vote(answers.values(image, motion.variable().key(), voter.coder())))
                .toArray();
    }

    Applicability applicability(Variable variable, VotersAnswers answers, long image) {
        long without = electorate().stream()
                .filter(voter -> answers.notApplicable(image, variable.key(), voter.coder()))
                .count();
        long with = electorate().stream()
                .filter(voter ->
                        !answers.values(image, variable.key(), voter.coder()).isEmpty())
                .count();
        return new Applicability(without, with, needed(), rule == VoteRule.UNANIMOUS);
    }

    /** The model's probability of each option; empty where it has none for the image. */
    Optional<double[]> scores(Motion motion, VotersAnswers answers, long image) {
        Map<String, Double> scores = answers.scores(
                image, motion.variable().key(), model.orElseThrow().coder());
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(motion.options().stream()
                        .mapToDouble(option -> scores.getOrDefault(option, 0.0))
                        .toArray());
    }

    /** The rule for one image; empty where the model says nothing of it. */
    Optional<VotingRule> decider(Motion motion, VoteFit fit, VotersAnswers answers, long image) {
        int options = motion.options().size();
        return switch (rule) {
            case MAJORITY ->
                Optional.of(motion.ordered() ? VotingRule.median(options, null) : VotingRule.majority(options));
            case UNANIMOUS -> Optional.of(VotingRule.unanimous(options));
            case WEIGHTED ->
                Optional.of(
                        motion.ordered()
                                ? VotingRule.median(options, fit.weights(motion, image))
                                : VotingRule.weighted(options, fit.weights(motion, image)));
            case DAWID_SKENE ->
                Optional.of(fit.confusion().get(motion.key()).judge().rule(0.5));
            case CASCADE -> Optional.empty();
            case CROWDLAB ->
                scores(motion, answers, image)
                        .map(model -> votes -> fit.crowdlab().get(motion.key()).verdict(model, votes));
        };
    }
}
