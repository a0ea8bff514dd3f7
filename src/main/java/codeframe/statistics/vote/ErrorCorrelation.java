package codeframe.statistics.vote;

import codeframe.statistics.agreement.Contribution;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.UnitSums;

/**
 * Mean Pearson correlation of two voters' errors over all pairs of voters, from units whose truth is known. A pair whose
 * errors do not vary, or that has no unit in common, has none and is left out.
 */
public final class ErrorCorrelation implements UnitSums {
    /** Of each pair: units, errors of one, of the other, of both. */
    private static final int SUMS = 4;

    private static final Figure NONE =
            Figure.undefined("no two voters both make mistakes on the images that they have in common");

    private final VotersErrors errors;

    ErrorCorrelation(VotersErrors errors) {
        this.errors = errors;
    }

    @Override
    public int units() {
        return errors.units();
    }

    @Override
    public int length() {
        return errors.voters() * (errors.voters() - 1) / 2 * SUMS;
    }

    @Override
    public void contribute(int unit, Contribution into) {
        int at = 0;
        double weight = errors.weight(unit);
        for (int one = 0; one < errors.voters(); one++) {
            for (int two = one + 1; two < errors.voters(); two++) {
                if (errors.said(unit, one) && errors.said(unit, two)) {
                    boolean first = errors.wrong(unit, one);
                    boolean second = errors.wrong(unit, two);
                    into.add(at, weight);
                    into.add(at + 1, first ? weight : 0);
                    into.add(at + 2, second ? weight : 0);
                    into.add(at + 3, first && second ? weight : 0);
                }
                at += SUMS;
            }
        }
    }

    @Override
    public Figure figure(double[] sums) {
        double sum = 0;
        long pairs = 0;
        for (int at = 0; at < sums.length; at += SUMS) {
            double r = correlation(sums, at);
            if (Double.isFinite(r)) {
                sum += r;
                pairs++;
            }
        }
        return pairs == 0 ? NONE : Figure.of(sum / pairs);
    }

    /** Pairs that have no correlation. */
    public long leftOut() {
        var sums = total();
        long without = 0;
        for (int at = 0; at < sums.length; at += SUMS) {
            without += Double.isFinite(correlation(sums, at)) ? 0 : 1;
        }
        return without;
    }

    private static double correlation(double[] sums, int at) {
        double n = sums[at];
        double one = sums[at + 1] / n;
        double two = sums[at + 2] / n;
        double spread = one * (1 - one) * two * (1 - two);
        return spread > 1e-18 ? (sums[at + 3] / n - one * two) / Math.sqrt(spread) : Double.NaN;
    }
}
