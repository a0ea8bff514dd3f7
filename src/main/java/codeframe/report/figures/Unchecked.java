package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.prevalence.Counts;
import codeframe.web.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Units that got from a machine what no unit with gold got, so that nothing is known of its errors there. They are left out
 * of what is corrected, and limits are made to hold whatever they are: none of them of the class, or all of them.
 *
 * @param classes what they got, empty for no answer
 * @param share of all units
 */
public record Unchecked(List<String> classes, double units, double share) {
    /** Of all units; where there are more, nothing is corrected. */
    static final double MOST = 0.1;

    static final Figure REFUSED =
            Figure.undefined("more than 10 % of the units got a class from the machine that no unit with gold got");

    private static final String NO_ANSWER = "";

    static Unchecked of(Counts counts, List<String> classes) {
        var unchecked = IntStream.range(0, counts.classes())
                .filter(k -> counts.machineShare(k) > 0 && !counts.checked(k))
                .toArray();
        double share = IntStream.of(unchecked).mapToDouble(counts::machineShare).sum();
        return new Unchecked(
                IntStream.of(unchecked)
                        .mapToObj(k -> k < classes.size() ? classes.get(k) : NO_ANSWER)
                        .toList(),
                share * (counts.rest() + counts.sample()),
                share);
    }

    /** From (1 − u) low to (1 − u) high + u, u being the share of these units (Manski 2003, chapter 1). */
    Figure widened(Figure ofOthers) {
        return share > 0 && ofOthers instanceof Figure.Estimate found
                ? found.interval()
                        .<Figure>map(limits -> found.within(widened(limits)))
                        .orElse(found)
                : ofOthers;
    }

    private Interval widened(Interval limits) {
        return new Interval(
                (1 - share) * limits.low(),
                (1 - share) * limits.high() + share,
                limits.method() + "; widened for " + NumberText.percent(share)
                        + " of the units, of which nothing is known");
    }

    /** Nothing where every class was checked, or so many were not that nothing is corrected. */
    public Optional<String> words(UnaryOperator<String> names) {
        if (classes.isEmpty() || share > MOST) {
            return Optional.empty();
        }
        long n = Math.round(units);
        var given = classes.stream()
                .map(key -> key.equals(NO_ANSWER) ? "no answer" : "\"" + names.apply(key) + "\"")
                .collect(Collectors.joining(", "));
        return Optional.of(NumberText.count(n, "unit", "units") + " got what no unit with gold got (" + given
                + "), so the machine's errors there are not known: corrected shares are of the others, and their limits are"
                + " wide enough for whatever " + (n == 1 ? "it is." : "these are."));
    }
}
