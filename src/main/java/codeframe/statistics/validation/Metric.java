package codeframe.statistics.validation;

import codeframe.statistics.agreement.Contribution;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.agreement.Taylor;
import codeframe.statistics.agreement.UnitSums;
import codeframe.statistics.agreement.Wilson;
import java.util.function.Function;

/** A measure of a classifier as a function of its weighted confusion table. */
public final class Metric implements UnitSums {
    static final Figure NOTHING = Figure.undefined("nothing was asked");

    private final Predictions predictions;
    private final Function<Confusion, Figure> measure;

    public Metric(Predictions predictions, Function<Confusion, Figure> measure) {
        this.predictions = predictions;
        this.measure = measure;
    }

    /** Shares are never below 0, correlations may be. */
    @Override
    public double least() {
        return measure instanceof Part ? 0 : -1;
    }

    @Override
    public int units() {
        return predictions.units();
    }

    @Override
    public int length() {
        return predictions.classes() * (predictions.classes() + 1);
    }

    @Override
    public void contribute(int unit, Contribution into) {
        into.add(cell(predictions, unit), predictions.weight()[unit]);
    }

    /** Of the table, row by row. */
    static int cell(Predictions predictions, int unit) {
        int said = predictions.predicted()[unit];
        int column = said == Predictions.ABSTAINED ? predictions.classes() : said;
        return predictions.gold()[unit] * (predictions.classes() + 1) + column;
    }

    @Override
    public Figure figure(double[] sums) {
        return measure.apply(new Confusion(predictions.classes(), sums));
    }

    /** A share of counted units: Wilson's interval, or Taylor's where units have different weights. */
    public static Figure share(Predictions predictions, Part part) {
        var table = Confusion.of(predictions);
        if (predictions.weighted()) {
            return new Metric(predictions, part).taylor(predictions.design());
        }
        double scale = predictions.units() / table.total();
        return Wilson.figure(part.part(table) * scale, part.whole(table) * scale, part.reason());
    }

    /** A composite of several shares: BCa over units, or Taylor's interval where units have different weights. */
    public Figure composite(int replicates, long seed) {
        return predictions.weighted() ? taylor(predictions.design()) : Resampling.figure(this, replicates, seed);
    }

    Figure taylor(StratifiedDesign design) {
        return Taylor.figure(this, design);
    }
}
