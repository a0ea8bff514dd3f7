package codeframe.statistics.validation;

import codeframe.statistics.agreement.Contribution;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.agreement.Taylor;
import codeframe.statistics.agreement.UnitSums;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The weighted mean of a value that every unit has, such as how similar two sets of labels are. */
public record MeanOf(double[] values, double[] weight, StratifiedDesign design) implements UnitSums {
    public MeanOf {
        weight = Predictions.ofMeanOne(weight);
    }

    /** Of units that stand for as many as any other. */
    public static MeanOf plain(double... values) {
        var weight = new double[values.length];
        Arrays.fill(weight, 1);
        return new MeanOf(values, weight, StratifiedDesign.simple(values.length));
    }

    @Override
    public int units() {
        return values.length;
    }

    @Override
    public int length() {
        return 2;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public void contribute(int unit, Contribution into) {
        into.add(0, weight[unit] * values[unit]);
        into.add(1, weight[unit]);
    }

    @Override
    public Figure figure(double[] sums) {
        return Figure.ratio(sums[0], sums[1], "there is no unit with gold");
    }

    /** BCa over units, or Taylor's interval where units have different weights. */
    public Figure interval(int replicates, long seed) {
        boolean weighted = DoubleStream.of(weight).anyMatch(w -> w != weight[0]);
        return weighted ? Taylor.figure(this, design) : Resampling.figure(this, replicates, seed);
    }
}
