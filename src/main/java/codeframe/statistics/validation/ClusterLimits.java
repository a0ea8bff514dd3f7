package codeframe.statistics.validation;

import codeframe.statistics.agreement.Clustered;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Jackknife;
import codeframe.statistics.agreement.UnitSums;
import codeframe.statistics.agreement.Wilson;
import java.util.List;
import java.util.function.Function;

/**
 * Limits about new clusters like those drawn: the standard error is that of leaving out one cluster at a time (Davison and
 * Hinkley 1997, section 3.8), the limits are t with G − 1 degrees of freedom, G being the clusters with gold, on the logit
 * scale of a share (Korn and Graubard 1998), which of what goes from −1 to 1 is Fisher's z. They are never narrower than
 * those about the units drawn, which know of errors that were not seen. With one cluster nothing is known of others: there
 * are no limits.
 */
public final class ClusterLimits {
    private final String kind;
    private final List<String> ofUnit;
    private final long drawn;

    /**
     * @param kind what clusters are, in the plural: accounts, posts
     * @param ofUnit the cluster of every unit
     */
    public ClusterLimits(String kind, List<String> ofUnit) {
        this.kind = kind;
        this.ofUnit = ofUnit;
        this.drawn = ofUnit.stream().distinct().count();
    }

    /** Of a figure over the same units, such as the mean overlap of sets of labels. */
    public Figure over(Figure figure, UnitSums units) {
        return limited(figure, new Clustered(units, ofUnit), units.least(), drawn);
    }

    /** Of a measure of units, with a share's limits as of the clusters that it is a share of where all are alike. */
    Figure over(Figure figure, Predictions units, Function<Confusion, Figure> measure, double least) {
        var over = new Clustered(new Metric(units, measure), ofUnit);
        return limited(
                figure,
                over,
                least,
                measure instanceof Part part
                        ? over.holding(sums -> part.whole(new Confusion(units.classes(), sums)) > 0)
                        : drawn);
    }

    /** Of a figure that is over clusters itself, those without gold among them. */
    Figure overCorpus(Figure figure, UnitSums clusters) {
        return limited(figure, clusters, 0, drawn);
    }

    private Figure limited(Figure units, UnitSums over, double least, long holding) {
        if (!(units instanceof Figure.Estimate estimate)) {
            return units;
        }
        double value = estimate.value();
        var error = drawn < 2 ? Figure.of(value) : Jackknife.figure(over);
        if (!(error instanceof Figure.Estimate found) || found.interval().isEmpty()) {
            return Figure.of(value);
        }
        var method = "jackknife over " + drawn + " " + kind + ", t";
        if (found.se().isEmpty()) {
            return Figure.of(value).within(together(alike(value, holding, method), units));
        }
        double se = found.se().getAsDouble();
        var limits = value > least && value < 1
                ? onLogits(value, se, least, method)
                : Interval.students(value, se, drawn - 1.0, method).cut(least, 1);
        return Figure.of(value).within(se, together(limits, units));
    }

    /** Between least and 1; from −1 to 1 this is Fisher's z. */
    private Interval onLogits(double value, double se, double least, String method) {
        double range = 1 - least;
        double share = (value - least) / range;
        var logits = Interval.students(
                Math.log(share / (1 - share)), se / range / (share * (1 - share)), drawn - 1.0, method);
        return new Interval(least + range * logistic(logits.low()), least + range * logistic(logits.high()), method);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Where clusters are all alike: as of so many units. */
    private static Interval alike(double value, long holding, String method) {
        var limits = Wilson.interval(Math.max(0, value) * holding, (double) holding);
        return new Interval(limits.low(), limits.high(), method);
    }

    private static Interval together(Interval limits, Figure units) {
        return ((Figure.Estimate) units)
                .interval()
                .map(other -> new Interval(
                        Math.min(limits.low(), other.low()), Math.max(limits.high(), other.high()), limits.method()))
                .orElse(limits);
    }
}
