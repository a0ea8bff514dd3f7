package codeframe.statistics.vote;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;

/** As how many independent voters so many count. */
public final class EffectiveVotes {
    private EffectiveVotes() {}

    /**
     * K/(1 + (K − 1)ρ̄) (Kish 1965, ch. 5, for voters in place of a cluster's people); its limits are those of ρ̄, turned
     * round, since more correlation means fewer votes.
     */
    public static Figure of(int voters, Figure correlation) {
        if (!(correlation instanceof Figure.Estimate estimate)) {
            return correlation;
        }
        var votes = Figure.of(number(voters, estimate.value()));
        return estimate.interval()
                .map(limits -> votes.within(
                        new Interval(number(voters, limits.high()), number(voters, limits.low()), limits.method())))
                .orElse(votes);
    }

    /** With mistakes that exclude each other the formula has no end; it ends at a hundred for each. */
    private static double number(int voters, double correlation) {
        return voters / Math.max(0.01, 1 + (voters - 1) * correlation);
    }

    /**
     * How often more than half of independent voters with these accuracies would be right (Condorcet 1785), by the
     * convolution of their being right or wrong.
     */
    public static double independent(double... accuracies) {
        var right = new double[accuracies.length + 1];
        right[0] = 1;
        for (int voter = 0; voter < accuracies.length; voter++) {
            for (int n = voter + 1; n > 0; n--) {
                right[n] = right[n] * (1 - accuracies[voter]) + right[n - 1] * accuracies[voter];
            }
            right[0] *= 1 - accuracies[voter];
        }
        double sum = 0;
        for (int n = accuracies.length / 2 + 1; n <= accuracies.length; n++) {
            sum += right[n];
        }
        return sum;
    }
}
