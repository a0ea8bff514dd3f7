package codeframe.statistics.vote;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The steps to {@link Crowdlab}, in their order. */
final class CrowdlabEstimates {
    private final Ballots ballots;
    private final double[][] model;
    private final int[] consensus;
    /** Units with a consensus and two labels or more. */
    private final int[] shared;

    CrowdlabEstimates(Ballots ballots, double[]... model) {
        this.ballots = ballots;
        this.model = model;
        this.consensus = IntStream.range(0, ballots.units())
                .map(unit -> Crowdlab.consensus(ballots.counts(unit), model[unit]))
                .toArray();
        this.shared = IntStream.range(0, consensus.length)
                .filter(unit -> consensus[unit] != Ballots.NONE && labels(unit) > 1)
                .toArray();
    }

    Crowdlab result() {
        double agreement = Arrays.stream(shared)
                .mapToDouble(unit -> ballots.counts(unit)[consensus[unit]] / (double) labels(unit))
                .average()
                .orElse(1.0 / ballots.options());
        double commonest = uncommon();
        var weights = IntStream.range(0, ballots.voters())
                .mapToDouble(voter -> Crowdlab.weight(1 - withOthers(voter), commonest))
                .toArray();
        double modelWeight = Crowdlab.weight(modelError(), commonest) * Math.sqrt(meanLabels());
        return new Crowdlab(weights, modelWeight, agreement, commonest);
    }

    private int labels(int unit) {
        return (int) Arrays.stream(ballots.votes()[unit])
                .filter(vote -> vote != Ballots.NONE)
                .count();
    }

    private double uncommon() {
        var of = new long[ballots.options()];
        Arrays.stream(shared).forEach(unit -> of[consensus[unit]]++);
        return shared.length == 0 ? 0 : 1 - Arrays.stream(of).max().orElse(0) / (double) shared.length;
    }

    /** A coder's agreement with all other labels on the same units, each pair once. */
    private double withOthers(int voter) {
        long same = 0;
        long others = 0;
        for (int unit : shared) {
            int own = vote(unit, voter);
            if (own != Ballots.NONE) {
                same += ballots.counts(unit)[own] - 1L;
                others += labels(unit) - 1L;
            }
        }
        return others == 0 ? 0 : same / (double) others;
    }

    private int vote(int unit, int voter) {
        return ballots.votes()[unit][voter];
    }

    private double modelError() {
        return Arrays.stream(shared)
                .mapToDouble(unit -> IntStream.range(0, ballots.options())
                                .anyMatch(option -> model[unit][option] > model[unit][consensus[unit]])
                        ? 1
                        : 0)
                .average()
                .orElse(1);
    }

    private double meanLabels() {
        return IntStream.range(0, ballots.units())
                .map(this::labels)
                .filter(n -> n > 0)
                .average()
                .orElse(1);
    }
}
