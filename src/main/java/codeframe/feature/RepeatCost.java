package codeframe.feature;

import codeframe.web.Dollars;
import codeframe.web.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What it costs at most to ask images again of a source that costs money. */
public final class RepeatCost {
    private RepeatCost() {}

    /** Dollars for one image, by the word of the feature's kind, as they are today. */
    public interface Prices {
        Map<String, BigDecimal> ofOne(long project);
    }

    /** By how images ended, with what the cap has left. */
    static String sentences(
            Map<String, BigDecimal> prices, List<FeatureTally> tallies, FeatureSources.Spending spending) {
        return one("The failed ones", FeatureTally::error, prices, tallies)
                + one("The refused ones", FeatureTally::refused, prices, tallies)
                + one("The unreadable ones", FeatureTally::unreadable, prices, tallies)
                + "The cap has " + Dollars.text(spending.remaining()) + " left.";
    }

    private static String one(
            String which,
            ToLongFunction<FeatureTally> images,
            Map<String, BigDecimal> prices,
            List<FeatureTally> tallies) {
        var asked = tallies.stream()
                .filter(tally -> images.applyAsLong(tally) > 0 && prices.containsKey(tally.kind()))
                .toList();
        if (asked.isEmpty()) {
            return "";
        }
        var cost = BigDecimal.ZERO;
        for (var tally : asked) {
            cost = cost.add(price(prices, tally).multiply(BigDecimal.valueOf(images.applyAsLong(tally))));
        }
        return asked.stream()
                .map(tally -> "%s × %s (%s)"
                        .formatted(
                                NumberText.count(images.applyAsLong(tally), "image", "images"),
                                Dollars.text(price(prices, tally)),
                                tally.kind()))
                .collect(Collectors.joining(" + ", which + " cost up to " + Dollars.text(cost) + ": ", ". "));
    }

    private static BigDecimal price(Map<String, BigDecimal> prices, FeatureTally tally) {
        return Optional.ofNullable(prices.get(tally.kind())).orElse(BigDecimal.ZERO);
    }
}
