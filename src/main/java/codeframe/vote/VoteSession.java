package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import codeframe.statistics.vote.Ballots;
import codeframe.statistics.vote.VoteVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the votes of some images at a time. */
final class VoteSession implements Session {
    private static final int BATCH = 1_000;

    private final VoteRows rows;
    private final VotePlan vote;
    private final VoteFit fit;
    private final long run;

    VoteSession(VoteRows rows, VotePlan vote, VoteFit fit, long run) {
        this.rows = rows;
        this.vote = vote;
        this.fit = fit;
        this.run = run;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    record Split(long image, String variable, double differing) {}

    record Decider(long image, String variable, long decider) {}

    @Override
    public List<Result> classify(List<RunImage> images) {
        long begun = System.nanoTime();
        var ids = images.stream().map(RunImage::id).toList();
        var answers = vote.answers(rows, ids);
        var splits = new ArrayList<Split>();
        var deciders = new ArrayList<Decider>();
        var results = new ArrayList<Result>();
        int ms = 0;
        for (long image : ids) {
            var decisions = vote.variables().stream()
                    .<ImageDecision>map(variable -> decision(variable, answers, image))
                    .toList();
            decisions.forEach(decision -> decision.differing()
                    .ifPresent(share ->
                            splits.add(new Split(image, decision.variable().key(), share))));
            decisions.stream()
                    .filter(CascadeDecision.class::isInstance)
                    .filter(ImageDecision::decided)
                    .map(CascadeDecision.class::cast)
                    .forEach(decision -> deciders.add(new Decider(
                            image,
                            decision.variable().key(),
                            decision.decider().orElseThrow().coder())));
            ms = (int) ((System.nanoTime() - begun) / 1_000_000 / ids.size());
            results.add(result(image, decisions, ms));
        }
        rows.split(run, Json.of(splits));
        if (!deciders.isEmpty()) {
            rows.decided(run, Json.of(deciders));
        }
        return results;
    }

    private ImageDecision decision(Variable variable, VotersAnswers answers, long image) {
        var said = new ArrayList<ImageDecision.Said>();
        for (var voter : vote.voters()) {
            var words = answers.words(image, variable.key(), voter.coder());
            if (!words.isEmpty()) {
                said.add(new ImageDecision.Said(voter.name(), variable.labelOf(words)));
            }
        }
        if (vote.cascade().isPresent()) {
            var decider = vote.cascade().get().decider(variable, answers, image);
            return CascadeDecision.of(variable, said, decider, answers, image, differing(variable, answers, image));
        }
        Map<Motion, VoteVerdict> verdicts = new LinkedHashMap<>();
        for (var motion : Motion.of(variable)) {
            verdicts.put(motion, verdict(motion, answers, image));
        }
        return new VoteDecision(
                variable,
                said,
                vote.applicability(variable, answers, image),
                verdicts,
                differing(variable, answers, image));
    }

    private VoteVerdict verdict(Motion motion, VotersAnswers answers, long image) {
        var votes = vote.votes(motion, answers, image);
        return vote.decider(motion, fit, answers, image)
                .map(rule -> rule.amongAtLeast(vote.needed()).verdict(votes))
                .orElseGet(() -> new VoteVerdict.TooFew((int)
                        Arrays.stream(votes).filter(v -> v != Ballots.NONE).count()));
    }

    /** The share of pairs of voters, the model among them, whose answers are not the same. */
    private Optional<Double> differing(Variable variable, VotersAnswers answers, long image) {
        var said = vote.voters().stream()
                .map(voter -> answers.values(image, variable.key(), voter.coder()))
                .filter(values -> !values.isEmpty())
                .toList();
        long pairs = said.size() * (said.size() - 1L) / 2;
        long same =
                said.stream().collect(Collectors.groupingBy(values -> values, Collectors.counting())).values().stream()
                        .mapToLong(n -> n * (n - 1) / 2)
                        .sum();
        return pairs == 0 ? Optional.empty() : Optional.of((pairs - same) / (double) pairs);
    }

    private Result result(long image, List<ImageDecision> decisions, int ms) {
        var missing = decisions.stream()
                .filter(decision -> !decision.decided())
                .map(decision -> decision.variable().label())
                .toList();
        if (missing.isEmpty()) {
            return Result.Done.coded(image, codes(decisions), false, ms);
        }
        var sentence = vote.cascade().isPresent()
                ? "Passed on to " + vote.voters().get(vote.voters().size() - 1).name() + ", who gave no answer to "
                        + String.join(", ", missing) + "."
                : "Fewer than " + vote.needed() + " of " + vote.electorate().size() + " voters gave an answer to "
                        + String.join(", ", missing) + ".";
        return missing.size() == decisions.size()
                ? Result.Done.failed(image, Outcome.TOO_FEW_VOTES, sentence)
                : new Result.Done(image, Outcome.PARTLY_CODED, codes(decisions), sentence, false, ms, null);
    }

    private static List<Code> codes(List<ImageDecision> decisions) {
        return decisions.stream().flatMap(decision -> decision.codes().stream()).toList();
    }
}
