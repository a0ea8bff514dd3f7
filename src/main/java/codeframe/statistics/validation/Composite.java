package codeframe.statistics.validation;

import codeframe.statistics.agreement.Figure;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Measures made of several shares. A class without gold and without prediction has no F1 and enters no mean. */
public final class Composite {
    private static final String NO_CLASS = "no class can be measured";

    private Composite() {}

    /** 2 tp/(2 tp + fp + fn) (van Rijsbergen 1979, ch. 7). */
    public static Figure f1(Confusion table, int label) {
        double given = table.gold(label) + table.predicted(label);
        return Figure.ratio(2 * table.hit(label), given, "no unit has this class in gold or was predicted to");
    }

    public static Figure macroF1(Confusion table) {
        return mean(table, label -> f1(table, label));
    }

    public static Figure macroPrecision(Confusion table) {
        return mean(table, label -> Part.precision(label).apply(table));
    }

    /** Balanced accuracy is the mean recall of the classes that gold has (Brodersen et al. 2010). */
    public static Figure balancedAccuracy(Confusion table) {
        return mean(table, label -> Part.recall(label).apply(table));
    }

    private static Figure mean(Confusion table, IntFunction<Figure> ofClass) {
        var defined = IntStream.range(0, table.classes())
                .mapToObj(ofClass)
                .map(Figure::number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        return Figure.ratio(defined.getSum(), (double) defined.getCount(), NO_CLASS);
    }

    /** Over all decisions: an abstention is missed by gold, but is no prediction. */
    public static Figure microF1(Confusion table) {
        double given = 2 * table.total() - table.abstained();
        return Figure.ratio(2 * table.hits(), given, NO_CLASS);
    }

    /** F1 weighted by the support of each class. */
    public static Figure weightedF1(Confusion table) {
        double sum = IntStream.range(0, table.classes())
                .mapToDouble(
                        label -> table.gold(label) * f1(table, label).number().orElse(0))
                .sum();
        return Figure.ratio(sum, table.total(), NO_CLASS);
    }

    /** Matthews correlation of many classes (Gorodkin 2004, eq. 8); abstentions are a column of their own. */
    public static Figure mcc(Confusion table) {
        double n = table.total();
        double both = 0;
        double gold = 0;
        double predicted = table.abstained() * table.abstained();
        for (int label = 0; label < table.classes(); label++) {
            both += table.gold(label) * table.predicted(label);
            gold += table.gold(label) * table.gold(label);
            predicted += table.predicted(label) * table.predicted(label);
        }
        double scale = (n * n - gold) * (n * n - predicted);
        if (!(scale > 1e-12 * n * n * n * n)) {
            return Figure.undefined("gold or prediction has only one class");
        }
        return Figure.of((n * table.hits() - both) / Math.sqrt(scale));
    }

    /** Cohen's κ of gold and machine; abstentions are a column of their own. */
    public static Figure kappa(Confusion table) {
        double n = table.total();
        double chance = IntStream.range(0, table.classes())
                .mapToDouble(label -> table.gold(label) / n * table.predicted(label) / n)
                .sum();
        return chanceCorrected(table.hits() / n, chance);
    }

    /**
     * Krippendorff's nominal α of gold and machine, from weighted margins of both together. Its small-sample term
     * (2n − 1)/2n (Krippendorff 2011, p. 6) asks for the number of units, which is the total: weights have a mean of one.
     */
    public static Figure alpha(Confusion table) {
        double n = table.total();
        double chance = Math.pow(table.abstained() / (2 * n), 2);
        for (int label = 0; label < table.classes(); label++) {
            chance += Math.pow((table.gold(label) + table.predicted(label)) / (2 * n), 2);
        }
        var pi = chanceCorrected(table.hits() / n, chance).number();
        return pi.isEmpty()
                ? Figure.undefined("only one class was used")
                : Figure.of(1 - (1 - pi.getAsDouble()) * (2 * n - 1) / (2 * n));
    }

    private static Figure chanceCorrected(double agreement, double chance) {
        return 1 - chance > 1e-12
                ? Figure.of((agreement - chance) / (1 - chance))
                : Figure.undefined("only one class was used");
    }
}
