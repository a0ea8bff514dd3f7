package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.figures.AgreementQuestion;
import codeframe.statistics.agreement.Difference;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.Taylor;
import codeframe.statistics.agreement.UnitSums;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import codeframe.statistics.vote.Ballots;
import codeframe.statistics.vote.EffectiveVotes;
import codeframe.statistics.vote.VotersErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Holds a vote and its voters against the same gold. */
final class VoteJudging {
    private final Variable variable;
    private final GoldSample goldSample;
    private final List<String> classes;
    private final Map<Set<String>, Integer> options = new HashMap<>();

    VoteJudging(ValidationStudy.Asked asked) {
        this.variable = asked.variable();
        this.goldSample = asked.goldSample();
        this.classes = asked.classes();
    }

    /** Who has no answer to any of these images is not always wrong, but not judged. */
    VoteWorth worth(MachineLabels vote, List<MachineLabels> voters, List<String> changed) {
        var units = goldSample.units();
        var silent = voters.stream()
                .filter(voter -> units.stream().noneMatch(voter::answered))
                .toList();
        var heard = voters.stream().filter(voter -> !silent.contains(voter)).toList();
        return new VoteWorth(
                units.size(),
                silent.stream().map(voter -> voter.machine().name()).toList(),
                changed,
                heard.size() < 2 ? Optional.empty() : Optional.of(figures(vote, heard)));
    }

    private VoteFigures figures(MachineLabels vote, List<MachineLabels> voters) {
        var units = goldSample.units();
        var gold = units.stream()
                .mapToInt(image ->
                        option(goldSample.answers().of(image, goldSample.gold().id())))
                .toArray();
        var votes = units.stream()
                .map(image -> voters.stream()
                        .mapToInt(voter ->
                                option(voter.said().of(image, voter.machine().id())))
                        .toArray())
                .toArray(int[][]::new);
        var errors = new VotersErrors(Ballots.of(options.size(), votes), gold, goldSample.weights(units));
        var correlation = errors.correlation();
        var found = figure(correlation);
        var best = best(voters);
        return new VoteFigures(
                !vote.machine().isCascade(),
                voters.size(),
                found,
                correlation.leftOut(),
                EffectiveVotes.of(voters.size(), found),
                EffectiveVotes.independent(IntStream.range(0, voters.size())
                        .mapToDouble(errors::accuracy)
                        .toArray()),
                accuracy(predictions(vote)),
                errors.shared().sameWrong(),
                errors.shared().doubleFault(),
                best.machine().name(),
                figure(new Difference(metric(vote), metric(best))));
    }

    /** Sets of labels are the same or not: each that occurs is an option. */
    private int option(Set<String> answer) {
        return answer.isEmpty() ? Ballots.NONE : options.computeIfAbsent(Set.copyOf(answer), none -> options.size());
    }

    private MachineLabels best(List<MachineLabels> voters) {
        return voters.stream()
                .reduce((one, two) -> accuracy(predictions(two)).number().orElse(0)
                                > accuracy(predictions(one)).number().orElse(0)
                        ? two
                        : one)
                .orElseThrow();
    }

    private Predictions predictions(MachineLabels machine) {
        return variable.type() == VariableType.MULTI
                ? machine.wholeSets(goldSample)
                : machine.predictions(goldSample, goldSample.units(), classes);
    }

    private Metric metric(MachineLabels machine) {
        return new Metric(predictions(machine), Part.accuracy());
    }

    private static Figure accuracy(Predictions predictions) {
        return Metric.share(predictions, Part.accuracy());
    }

    /** By the design where images have different weights, else over resampled images. */
    private Figure figure(UnitSums sums) {
        var design = goldSample.design(goldSample.units());
        var weights = Predictions.ofMeanOne(goldSample.weights(goldSample.units()));
        boolean weighted = IntStream.range(1, weights.length).anyMatch(i -> weights[i] != weights[0]);
        var asked = AgreementQuestion.DEFAULT;
        return weighted ? Taylor.figure(sums, design) : Resampling.figure(sums, asked.replicates(), asked.seed());
    }
}
