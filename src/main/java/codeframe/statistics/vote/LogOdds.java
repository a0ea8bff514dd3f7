package codeframe.statistics.vote;

/** What a voter's word weighs: the log odds of being right, against chance (Nitzan and Paroush 1982, eq. 3). */
public final class LogOdds {
    private LogOdds() {}

    /**
     * ln(a(K − 1)/(1 − a)) with a = (right + 1)/(n + 2). Of two options a voter who is mostly wrong speaks for the other
     * one: the weight is negative. Of more, nobody knows for which: it is cut to 0.
     */
    public static double weight(long right, long n, int options) {
        double a = (right + 1.0) / (n + 2.0);
        double weight = Math.log(a * (options - 1) / (1 - a));
        return options > 2 ? Math.max(0, weight) : weight;
    }

    /**
     * Weights of all voters from units whose truth is known, without those of one fold.
     *
     * @param gold option of each unit, {@link Ballots#NONE} where it is not known
     * @param fold of each unit; a fold of −1 leaves none out
     */
    public static double[] weights(Ballots ballots, int[] gold, int[] folds, int without) {
        var right = new long[ballots.voters()];
        var said = new long[right.length];
        for (int unit = 0; unit < ballots.units(); unit++) {
            if (gold[unit] == Ballots.NONE || folds[unit] == without) {
                continue;
            }
            for (int column = 0; column < ballots.voterOf().length; column++) {
                int vote = ballots.votes()[unit][column];
                if (vote != Ballots.NONE) {
                    said[ballots.voterOf()[column]]++;
                    right[ballots.voterOf()[column]] += vote == gold[unit] ? 1 : 0;
                }
            }
        }
        var weights = new double[right.length];
        for (int voter = 0; voter < weights.length; voter++) {
            weights[voter] = weight(right[voter], said[voter], ballots.options());
        }
        return weights;
    }
}
