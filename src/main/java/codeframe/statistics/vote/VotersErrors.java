package codeframe.statistics.vote;

import codeframe.statistics.validation.Predictions;

/**
 * Where voters are right and wrong.
 *
 * @param ballots of the units whose truth is known
 * @param gold their truth
 * @param weight of each unit, one over its inclusion probability; null for one each
 */
public record VotersErrors(Ballots ballots, int[] gold, double[] weight) {
    public VotersErrors {
        weight = weight == null ? null : Predictions.ofMeanOne(weight);
    }

    int units() {
        return gold.length;
    }

    int voters() {
        return ballots.voters();
    }

    double weight(int unit) {
        return weight == null ? 1 : weight[unit];
    }

    boolean said(int unit, int voter) {
        return ballots.votes()[unit][voter] != Ballots.NONE;
    }

    boolean wrong(int unit, int voter) {
        return said(unit, voter) && ballots.votes()[unit][voter] != gold[unit];
    }

    public ErrorCorrelation correlation() {
        return new ErrorCorrelation(this);
    }

    /** The share right of what a voter said; 0 where nothing was. */
    public double accuracy(int voter) {
        double right = 0;
        double all = 0;
        for (int unit = 0; unit < units(); unit++) {
            all += said(unit, voter) ? weight(unit) : 0;
            right += said(unit, voter) && !wrong(unit, voter) ? weight(unit) : 0;
        }
        return all > 0 ? right / all : 0;
    }

    /** Of units that two voters both miss, over all pairs: which share of all, and in which share both said the same. */
    public SharedErrors shared() {
        double together = 0;
        double both = 0;
        double same = 0;
        for (int unit = 0; unit < units(); unit++) {
            for (int one = 0; one < voters(); one++) {
                for (int two = one + 1; two < voters(); two++) {
                    together += said(unit, one) && said(unit, two) ? weight(unit) : 0;
                    if (wrong(unit, one) && wrong(unit, two)) {
                        both += weight(unit);
                        same += ballots.votes()[unit][one] == ballots.votes()[unit][two] ? weight(unit) : 0;
                    }
                }
            }
        }
        return new SharedErrors(together, both, same);
    }
}
