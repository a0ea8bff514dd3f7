package codeframe.statistics.vote;

import java.util.Arrays;

/** What the votes on one unit come to. Options and voters are numbered from 0; a vote is {@link Ballots#NONE} or an option. */
@FunctionalInterface
public interface VotingRule {
    /** Scores closer than this are the same: what is left between them is rounding. */
    double TIE = 1e-9;

    VoteVerdict verdict(int... votes);

    /** The option that most said; confidence is its share of all votes given. */
    static VotingRule majority(int options) {
        return weighted(options, null);
    }

    /** The option that all said, else unsure; confidence is the largest share. */
    static VotingRule unanimous(int options) {
        return votes -> {
            var found = majority(options).verdict(votes);
            return found instanceof VoteVerdict.Elected one && one.confidence() < 1
                    ? new VoteVerdict.Unsure(one.confidence())
                    : found;
        };
    }

    /**
     * The option with the largest sum of weights; confidence is its share of the positive weight.
     *
     * @param weights a voter's, see {@link LogOdds}; null for one each
     */
    static VotingRule weighted(int options, double[] weights) {
        return votes -> {
            var scores = scores(options, weights, votes);
            double positive = positive(weights, votes);
            int best = best(scores);
            double share = positive > 0 ? Math.min(1, Math.max(0, scores[best] / positive)) : 0;
            return tied(scores, best) || positive <= 0
                    ? new VoteVerdict.Unsure(share)
                    : new VoteVerdict.Elected(best, share);
        };
    }

    /**
     * Of ordered options the one that half of the weight lies below and half above; between two, unsure. Confidence is
     * its share of the weight.
     */
    static VotingRule median(int options, double[] weights) {
        return votes -> {
            var scores = Arrays.stream(scores(options, weights, votes))
                    .map(score -> Math.max(0, score))
                    .toArray();
            double all = Arrays.stream(scores).sum();
            double below = 0;
            for (int option = 0; option < options && all > 0; option++) {
                below += scores[option];
                if (Math.abs(2 * below - all) <= TIE) {
                    return new VoteVerdict.Unsure(scores[option] / all);
                }
                if (2 * below > all) {
                    return new VoteVerdict.Elected(option, scores[option] / all);
                }
            }
            return new VoteVerdict.Unsure(0);
        };
    }

    /** The same where enough said something, else too few. */
    default VotingRule amongAtLeast(int voters) {
        return votes -> {
            int said = (int)
                    Arrays.stream(votes).filter(vote -> vote != Ballots.NONE).count();
            return said < Math.max(1, voters) ? new VoteVerdict.TooFew(said) : verdict(votes);
        };
    }

    /** The option of the largest score where it is ahead by more than rounding, else unsure. */
    static VoteVerdict largest(double... shares) {
        int best = best(shares);
        return tied(shares, best) ? new VoteVerdict.Unsure(shares[best]) : new VoteVerdict.Elected(best, shares[best]);
    }

    private static double[] scores(int options, double[] weights, int... votes) {
        var scores = new double[options];
        for (int voter = 0; voter < votes.length; voter++) {
            if (votes[voter] != Ballots.NONE) {
                scores[votes[voter]] += weights == null ? 1 : weights[voter];
            }
        }
        return scores;
    }

    /** Two options share a vote against one of them: a negative weight speaks for the other. */
    private static double positive(double[] weights, int... votes) {
        double sum = 0;
        for (int voter = 0; voter < votes.length; voter++) {
            if (votes[voter] != Ballots.NONE) {
                sum += weights == null ? 1 : Math.max(0, weights[voter]);
            }
        }
        return sum;
    }

    private static int best(double... scores) {
        int best = 0;
        for (int option = 1; option < scores.length; option++) {
            if (scores[option] > scores[best]) {
                best = option;
            }
        }
        return best;
    }

    private static boolean tied(double[] scores, int best) {
        for (int option = 0; option < scores.length; option++) {
            if (option != best && scores[best] - scores[option] <= TIE) {
                return true;
            }
        }
        return false;
    }
}
