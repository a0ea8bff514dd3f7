package codeframe.statistics.agreement;

import java.util.stream.IntStream;

/**
 * A coefficient as T(Σ f_u): what each unit adds to a few sums, and the figure that such sums give. Every coefficient
 * has this form, so jackknife, bootstrap and their large-sample form are written once, over it.
 */
public interface UnitSums {
    /** Sums are gathered in this many blocks whatever the number of threads, so that they add up in one order. */
    int BLOCKS = 16;

    int units();

    /** How many sums there are. */
    int length();

    /** What this unit adds; the contribution arrives empty. Called by several threads at once. */
    void contribute(int unit, Contribution into);

    Figure figure(double[] sums);

    /** The least that the coefficient can be. */
    default double least() {
        return -1;
    }

    /** How far the figure falls for every share of units that differ as far as units can. */
    default double fall(double[] sums) {
        return 1;
    }

    /** Of the parts whose numbers of units resampling keeps, from 0 on, the one that the unit is in. */
    default int part(int unit) {
        return 0;
    }

    /** What is resampled, as intervals name it. */
    default String drawn() {
        return "units";
    }

    default Figure figure() {
        return figure(total());
    }

    default double[] total() {
        var total = new double[length()];
        blocks().mapToObj(this::totalOf).forEachOrdered(part -> {
            for (int i = 0; i < total.length; i++) {
                total[i] += part[i];
            }
        });
        return total;
    }

    /** Long sums one block after the other: side by side, all blocks would be in memory at once. */
    private IntStream blocks() {
        var blocks = IntStream.range(0, BLOCKS);
        return units() > 10_000 && length() <= 100_000 ? blocks.parallel() : blocks;
    }

    private double[] totalOf(int block) {
        var sums = new double[length()];
        var contribution = new Contribution();
        for (int unit = start(block); unit < start(block + 1); unit++) {
            contribution.clear();
            contribute(unit, contribution);
            contribution.addTo(sums, 1);
        }
        return sums;
    }

    /** The first unit of a block. */
    default int start(int block) {
        return (int) ((long) units() * block / BLOCKS);
    }
}
