package codeframe.statistics.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How the units were drawn: the stratum of every unit, and how many units each stratum of the frame has. */
public final class StratifiedDesign {
    private final int[] stratum;
    private final double[] population;

    private StratifiedDesign(int[] stratum, double[] population) {
        this.stratum = stratum;
        this.population = population;
    }

    /** One stratum from a frame that is large against the sample. */
    public static StratifiedDesign simple(int units) {
        return new StratifiedDesign(new int[units], new double[] {Double.POSITIVE_INFINITY});
    }

    public static StratifiedDesign stratified(int[] stratum, double... population) {
        return new StratifiedDesign(stratum.clone(), population.clone());
    }

    public int strata() {
        return population.length;
    }

    /** What share of a stratum of the frame so many units are. */
    public double fraction(int stratum, int units) {
        return Math.min(1, units / population[stratum]);
    }

    /** In which stratum the unit was drawn. */
    public int stratum(int unit) {
        return stratum[unit];
    }

    /** Some of the units, of the same frame. */
    public StratifiedDesign ofUnits(int... units) {
        return new StratifiedDesign(
                IntStream.of(units).map(unit -> stratum[unit]).toArray(), population);
    }

    /** Without the correction for a finite population. */
    public StratifiedDesign ofEndlessFrame() {
        var endless = new double[population.length];
        Arrays.fill(endless, Double.POSITIVE_INFINITY);
        return new StratifiedDesign(stratum, endless);
    }

    /**
     * The variance of a total of scores: Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_hi − z̄_h)² (Särndal, Swensson and Wretman
     * 1992, eq. 3.7.8; R's survey). A stratum of one unit adds nothing that could be known.
     */
    public double variance(double... scores) {
        int strata = population.length;
        var n = new double[strata];
        var sum = new double[strata];
        for (int unit = 0; unit < scores.length; unit++) {
            n[stratum[unit]]++;
            sum[stratum[unit]] += scores[unit];
        }
        var squares = new double[strata];
        for (int unit = 0; unit < scores.length; unit++) {
            int h = stratum[unit];
            double from = scores[unit] - sum[h] / n[h];
            squares[h] += from * from;
        }
        double variance = 0;
        for (int h = 0; h < strata; h++) {
            if (n[h] > 1) {
                variance += (1 - n[h] / population[h]) * n[h] / (n[h] - 1) * squares[h];
            }
        }
        return variance;
    }
}
