package codeframe.report.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is recomputed on the page about the numbers, by where it was published. */
public record PublishedCases(Map<String, List<Check>> bySource) {
    private static final class Once {
        static final PublishedCases CASES = compute();
    }

    /** Computed when somebody first asks: nothing in them changes while the program runs. */
    public static PublishedCases computed() {
        return Once.CASES;
    }

    static PublishedCases compute() {
        return new PublishedCases(
                Stream.of(AgreementChecks.all(), RatingChecks.all(), MachineChecks.all(), RegressionChecks.all())
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(Check::source, LinkedHashMap::new, Collectors.toList())));
    }

    public long count() {
        return bySource.values().stream().mapToLong(List::size).sum();
    }

    public long holding() {
        return bySource.values().stream()
                .flatMap(List::stream)
                .filter(Check::holds)
                .count();
    }
}
