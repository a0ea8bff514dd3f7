package codeframe.coding.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a file holds that codes cannot, by kind and name. */
final class UnusedParts {
    private record Kind(String type, String name, String reason) {}

    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    void add(String type, String name, String reason) {
        counts.merge(new Kind(type, name, reason), 1L, Long::sum);
    }

    List<MatchReport.NotTaken> list() {
        return counts.entrySet().stream()
                .map(kind -> new MatchReport.NotTaken(
                        kind.getKey().type(),
                        kind.getKey().name(),
                        kind.getValue(),
                        kind.getKey().reason()))
                .toList();
    }
}
