package codeframe.statistics.agreement;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Replicates in blocks, each with its own stream of random numbers made from the seed and the number of the block: the
 * same seed gives the same digits whatever the number of threads.
 */
public final class ReplicateDraws {
    private static final int BLOCK = 100;

    private ReplicateDraws() {}

    /** For every block one worker with its own memory, which turns random numbers into one replicate after another. */
    static Replicates of(int replicates, long seed, Supplier<ToDoubleFunction<SplittableRandom>> worker) {
        var drawn = new double[replicates];
        IntStream.range(0, (replicates + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            var random = stream(seed, block);
            var draw = worker.get();
            for (int i = block * BLOCK; i < Math.min(replicates, (block + 1) * BLOCK); i++) {
                drawn[i] = draw.applyAsDouble(random);
            }
        });
        return new Replicates(drawn);
    }

    /** The random numbers of one block of draws. */
    public static SplittableRandom stream(long seed, int block) {
        return new SplittableRandom(new SplittableRandom(seed ^ (block * 0x9E3779B97F4A7C15L)).nextLong());
    }

    /** A number below the bound from 32 random bits; the bias is below bound/2³². */
    static int below(int bound, long bits) {
        return (int) ((bits * bound) >>> 32);
    }
}
