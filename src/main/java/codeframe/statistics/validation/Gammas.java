package codeframe.statistics.validation;

import java.util.SplittableRandom;

/** Gamma variates by squeezing a normal one (Marsaglia and Tsang 2000, section 5; below 1 by section 6). */
final class Gammas {
    private Gammas() {}

    static double draw(SplittableRandom random, double shape) {
        return shape < 1
                ? draw(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape)
                : squeezed(random, shape - 1.0 / 3);
    }

    private static double squeezed(SplittableRandom random, double d) {
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Shares that are Dirichlet with so many times these parameters, of a whole; a parameter of 0 gives nothing. */
    static void shares(SplittableRandom random, double[] parameters, double times, double whole, double[] into) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            into[i] = times * parameters[i] > 0 ? draw(random, times * parameters[i]) : 0;
            sum += into[i];
        }
        for (int i = 0; i < parameters.length; i++) {
            into[i] *= sum > 0 ? whole / sum : 0;
        }
    }
}
