package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What stands in the way of relying on an agreement: categories that were hardly used, and replicates without an α. */
final class AgreementWarnings {
    /** Uses of the rarest category from which on a variable may be called reliable. */
    static final long FEW = 20;

    /** Uses below which no interval says how far α can be trusted. */
    static final long FEWEST = 10;

    private AgreementWarnings() {}

    record Rarest(String category, boolean given, long uses) {}

    /**
     * Of the categories that were used on units with two codes or more; of labels, given or not given. Of numbers, where
     * every value may be rare, all values but the most common one.
     */
    static Rarest rarest(AgreementReport report) {
        long all = report.pairable().codes();
        var level = report.variable().level();
        var sets = report.variable().sets().isPresent();
        if (!sets && (level == MeasurementLevel.INTERVAL || level == MeasurementLevel.RATIO)) {
            long most = report.categories().stream()
                    .mapToLong(AgreementReport.OfCategory::n)
                    .max()
                    .orElse(0);
            return new Rarest("", true, all - most);
        }
        return report.categories().stream()
                .flatMap(category -> sets
                        ? Stream.of(
                                new Rarest(category.category(), true, category.n()),
                                new Rarest(category.category(), false, all - category.n()))
                        : Stream.of(new Rarest(category.category(), true, category.n())))
                .filter(category -> category.uses() > 0)
                .min(Comparator.comparingLong(Rarest::uses))
                .orElse(new Rarest("", true, 0));
    }

    static List<String> of(AgreementReport report, UnaryOperator<String> names) {
        if (report.alpha().figure() instanceof Figure.Undefined) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        var rarest = rarest(report);
        if (rarest.uses() < FEW) {
            sentences.add(rare(rarest, names));
        }
        fewClusters(report, names).ifPresent(sentences::add);
        report.alpha()
                .chances()
                .filter(chances -> chances.undefined() > 0)
                .ifPresent(chances -> sentences.add(NumberText.percent(chances.undefined())
                        + " of the bootstrap replicates had no α, because only one category was left in them; the limits are"
                        + " those of the others."));
        return sentences;
    }

    private static Optional<String> fewClusters(AgreementReport report, UnaryOperator<String> names) {
        return report.categories().stream()
                .filter(category -> category.n() > 0 && category.clusters().orElse(FewClusters.FEW) < FewClusters.FEW)
                .min(Comparator.comparingLong(category -> category.clusters().getAsLong()))
                .map(category -> FewClusters.sentence(
                        names.apply(category.category()),
                        NumberText.count(category.clusters().getAsLong(), "cluster", "clusters")));
    }

    /** The coverage is that of statistics.md §7: 4,800 simulated sets of a variable with two categories. */
    private static String rare(Rarest rarest, UnaryOperator<String> names) {
        var times = NumberText.count(rarest.uses(), "time", "times");
        var given = rarest.category().isEmpty()
                ? "Values other than the most common one were given only " + times
                : "\"" + names.apply(rarest.category()) + "\" was " + (rarest.given() ? "" : "not ") + "given only "
                        + times;
        return given + " by all coders together. "
                + (rarest.uses() < FEWEST
                        ? "Below 10 uses 95 % intervals of α held the true value in 34 to 82 % of simulated samples, so"
                                + " nothing is judged here: code more units, or draw a sample in which it is more common."
                        : "A variable is called reliable only where its rarest category was used 20 times or more.");
    }
}
