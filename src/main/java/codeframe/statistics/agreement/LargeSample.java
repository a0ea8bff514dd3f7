package codeframe.statistics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The bootstrap of a large sample: the sums over resampled units are near normal, so their vector is drawn at once, in
 * time that does not grow with the units. Units that touch a rarely used sum are few and are still resampled one by one.
 */
final class LargeSample {
    static final int MOST_SUMS = 600;

    /** A sum that fewer units touch is not yet near normal. */
    private static final int RARE = 50;

    private final UnitSums coefficient;
    private final SumMoments common;
    private final List<Contribution> rare;

    private LargeSample(UnitSums coefficient, SumMoments common, List<Contribution> rare) {
        this.coefficient = coefficient;
        this.common = common;
        this.rare = rare;
    }

    static LargeSample of(UnitSums coefficient) {
        var moments = IntStream.range(0, UnitSums.BLOCKS)
                .parallel()
                .mapToObj(block -> SumMoments.of(coefficient, block))
                .toList();
        var all = moments.stream().reduce(SumMoments::plus).orElseThrow();
        var rare = new ArrayList<Contribution>();
        if (all.anyRare(RARE)) {
            all.takeOutRare(coefficient, RARE, rare);
        }
        return new LargeSample(coefficient, all, rare);
    }

    Replicates draw(int replicates, long seed) {
        var root = common.rootOfCovariance();
        return ReplicateDraws.of(replicates, seed, () -> {
            var sums = new double[coefficient.length()];
            var normal = new double[coefficient.length()];
            return random -> {
                long ofRare = drawRare(sums, random);
                long ofCommon = common.units() + rare.size() - ofRare;
                addCommon(sums, normal, root, ofCommon, random);
                return coefficient.figure(sums).number().orElse(Double.NaN);
            };
        });
    }

    /** How many of the draws fall on a rare unit is binomial, found by jumping from one to the next. */
    private long drawRare(double[] sums, SplittableRandom random) {
        Arrays.fill(sums, 0);
        long units = common.units() + rare.size();
        double log = Math.log1p(-rare.size() / (double) units);
        long drawn = 0;
        long at = rare.isEmpty() ? units : jump(random, log);
        while (at < units) {
            rare.get(ReplicateDraws.below(rare.size(), random.nextLong() >>> 32))
                    .addTo(sums, 1);
            drawn++;
            at += 1 + jump(random, log);
        }
        return drawn;
    }

    private static long jump(SplittableRandom random, double log) {
        return (long) (Math.log1p(-random.nextDouble()) / log);
    }

    private void addCommon(double[] sums, double[] normal, double[][] root, long draws, SplittableRandom random) {
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        double scale = Math.sqrt((double) draws);
        for (int i = 0; i < sums.length; i++) {
            double moved = 0;
            for (int j = 0; j < root[i].length; j++) {
                moved += root[i][j] * normal[j];
            }
            sums[i] += (double) draws * common.mean(i) + scale * moved;
        }
    }
}
