package codeframe.statistics.vote;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Truth and every voter's errors together, by expectation and maximisation (Dawid and Skene 1979, JRSS C 28, 20–28).
 * It starts from the shares of votes and never from chance: another maximum of the likelihood may be higher, but there
 * the options have changed their names. It takes voters to err independently of each other once the truth is given.
 *
 * @param share of each option among the units
 * @param confusion by voter: row is the truth, column what was said
 * @param posterior by unit: how probable each option is
 * @param objective log-likelihood, plus the log of the prior's density where there is a prior
 * @param rounds how many it took until the objective rose by less than 1e-12
 */
public record DawidSkene(double[] share, double[][][] confusion, double[][] posterior, double objective, int rounds) {
    /** What the estimates rest on is not worth much below these. */
    public static final int LEAST_VOTERS = 3;

    public static final int LEAST_UNITS = 50;

    private static final int MOST_ROUNDS = 5_000;
    private static final double STILL = 1e-12;

    public static DawidSkene of(Ballots ballots, Dirichlet prior) {
        var patterns = VotePatterns.of(ballots);
        var posterior = patterns.shares();
        var estimates = new VoterEstimates(ballots.options(), ballots.voters(), prior);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 1; ; round++) {
            estimates.maximise(patterns, posterior);
            double objective = estimates.expect(patterns, posterior) + estimates.penalty();
            boolean still = objective - before < STILL;
            if (still || round == MOST_ROUNDS) {
                return new DawidSkene(
                        estimates.share(), estimates.confusion(), patterns.perUnit(posterior), objective, round);
            }
            before = objective;
        }
    }

    /** How probable each option is given votes on a unit that need not have been among those of the estimates. */
    public double[] posterior(int... votes) {
        var logs = new double[share.length];
        for (int truth = 0; truth < logs.length; truth++) {
            logs[truth] = Math.log(share[truth]);
            for (int voter = 0; voter < votes.length; voter++) {
                if (votes[voter] != Ballots.NONE) {
                    logs[truth] += Math.log(confusion[voter][truth][votes[voter]]);
                }
            }
        }
        VoterEstimates.normalise(logs);
        return logs;
    }

    /** The option with the largest probability, which must also be as probable as is asked for. */
    public VotingRule rule(double threshold) {
        return votes -> {
            var found = VotingRule.largest(posterior(votes));
            return found instanceof VoteVerdict.Elected one && one.confidence() < threshold - VotingRule.TIE
                    ? new VoteVerdict.Unsure(one.confidence())
                    : found;
        };
    }

    /** Whether a voter says of some option what is true less often than chance would: the names may have been swapped. */
    public boolean belowChance(int voter) {
        var rows = confusion[voter];
        return IntStream.range(0, rows.length)
                .filter(truth -> Arrays.stream(rows[truth]).sum() > 0)
                .anyMatch(truth -> rows[truth][truth] < 1.0 / rows.length);
    }
}
