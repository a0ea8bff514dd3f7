package codeframe.statistics.agreement;

import java.util.SplittableRandom;

/** Random codes that mostly follow a truth, some of them missing. */
final class RandomCodes {
    private RandomCodes() {}

    static Codes of(int units, int coders, int categories, double missing, long seed) {
        var random = new SplittableRandom(seed);
        var cells = new short[units * coders];
        int truth = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            truth = cell % coders == 0 ? random.nextInt(categories) : truth;
            int code = random.nextDouble() < 0.7 ? truth : random.nextInt(categories);
            cells[cell] = random.nextDouble() < missing ? Codes.MISSING : (short) code;
        }
        return new Codes(units, coders, categories, cells);
    }

    static double[] values(int categories) {
        return java.util.stream.IntStream.rangeClosed(1, categories)
                .asDoubleStream()
                .toArray();
    }
}
