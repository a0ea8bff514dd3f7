package codeframe.statistics.vote;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * People's labels and a model's probabilities together (Goh, Tkachenko and Mueller 2022, arXiv 2210.06812). The
 * probabilities must be out of sample: a model that has learnt from these labels agrees with them too easily.
 *
 * @param weights of the coders
 * @param modelWeight the model's
 * @param agreement mean share of labels that are the consensus, among units with two labels or more
 * @param commonest share of those units whose consensus is not the commonest option
 */
public record Crowdlab(double[] weights, double modelWeight, double agreement, double commonest) {
    private static final double LEAST_WEIGHT = 1e-6;

    /** @param model probability of each option by unit, rows of one */
    public static Crowdlab of(Ballots ballots, double[]... model) {
        return new CrowdlabEstimates(ballots, model).result();
    }

    /** How probable each option of a unit is, given its labels and the model's probabilities. */
    public double[] posterior(double[] model, int... votes) {
        var sum = Arrays.stream(model).map(p -> p * modelWeight).toArray();
        double all = modelWeight;
        for (int voter = 0; voter < weights.length; voter++) {
            if (votes[voter] != Ballots.NONE) {
                all += weights[voter];
                for (int option = 0; option < sum.length; option++) {
                    sum[option] +=
                            weights[voter] * (option == votes[voter] ? agreement : (1 - agreement) / (sum.length - 1));
                }
            }
        }
        double whole = all;
        return Arrays.stream(sum).map(p -> p / whole).toArray();
    }

    /**
     * What most said, and of those tied what the model finds more probable; tied there too, unsure. The confidence is how
     * probable it is.
     */
    public VoteVerdict verdict(double[] model, int... votes) {
        var posterior = posterior(model, votes);
        int found = consensus(Ballots.counts(model.length, votes), model);
        return found == Ballots.NONE
                ? new VoteVerdict.Unsure(Arrays.stream(posterior).max().orElse(0))
                : new VoteVerdict.Elected(found, posterior[found]);
    }

    /** How much better than always the commonest option: max(1 − error/its error, a little more than nothing). */
    static double weight(double error, double commonest) {
        return commonest > 0 ? Math.max(1 - error / commonest, LEAST_WEIGHT) : LEAST_WEIGHT;
    }

    static int consensus(int[] counts, double... model) {
        int most = Arrays.stream(counts).max().orElse(0);
        if (most == 0) {
            return Ballots.NONE;
        }
        var tied = IntStream.range(0, counts.length)
                .filter(option -> counts[option] == most)
                .toArray();
        double highest =
                Arrays.stream(tied).mapToDouble(option -> model[option]).max().orElseThrow();
        var best = Arrays.stream(tied)
                .filter(option -> highest - model[option] <= VotingRule.TIE)
                .toArray();
        return best.length == 1 ? best[0] : Ballots.NONE;
    }
}
