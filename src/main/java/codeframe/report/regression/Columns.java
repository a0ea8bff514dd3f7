package codeframe.report.regression;

import codeframe.codebook.Variable;
import codeframe.web.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes columns of a covariate: a number is one, levels are one each but for the most frequent, which they refer to. */
record Columns(List<Column> columns, String words) {
    private static final int MOST_LEVELS = 20;

    static Columns of(Source source, List<Long> units) {
        var uses = uses(source, units);
        return switch (source.kind()) {
            case NUMBER -> number(source);
            case EITHER ->
                uses.keySet().stream()
                                .allMatch(text -> Values.number(Set.of(text)).isPresent())
                        ? number(source)
                        : levels(source, uses);
            case LEVELS -> levels(source, uses);
            case LABELS -> labels(source, uses);
        };
    }

    private static Map<String, Long> uses(Source source, List<Long> units) {
        Map<String, Long> uses = new TreeMap<>();
        for (long unit : units) {
            Stream.of(source.values(), source.goldSample())
                    .distinct()
                    .flatMap(values -> values.of(unit).stream())
                    .forEach(value -> uses.merge(value, 1L, Long::sum));
        }
        return uses;
    }

    private static Columns number(Source source) {
        var column = new Column(
                source.label(),
                source.gold().isPresent(),
                source,
                values -> Values.number(values).orElseThrow());
        return new Columns(List.of(column), "");
    }

    private static Columns levels(Source source, Map<String, Long> uses) {
        if (uses.size() < 2) {
            throw mistake(source, "is the same for every image that counts, so it explains nothing.");
        }
        if (uses.size() > MOST_LEVELS) {
            throw mistake(
                    source,
                    "has " + uses.size() + " different values here; at most " + MOST_LEVELS + " can be told apart.");
        }
        var reference = uses.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        var columns = uses.keySet().stream()
                .filter(level -> !level.equals(reference))
                .map(level -> indicator(source, level))
                .toList();
        return new Columns(columns, source.label() + " is compared with \"" + source.named(reference) + "\".");
    }

    private static Columns labels(Source source, Map<String, Long> uses) {
        uses.remove(Variable.NONE);
        if (uses.isEmpty()) {
            throw mistake(source, "has no label on any image that counts.");
        }
        return new Columns(
                uses.keySet().stream().map(label -> indicator(source, label)).toList(), "");
    }

    private static Column indicator(Source source, String value) {
        return new Column(
                source.label() + ": " + source.named(value),
                source.gold().isPresent(),
                source,
                values -> values.contains(value) ? 1 : 0);
    }

    private static Problem.Invalid mistake(Source source, String sentence) {
        var told = source.label() + " " + sentence;
        return new Problem.Invalid(told, List.of(new Problem.Mistake("covariate", 0, told)));
    }
}
