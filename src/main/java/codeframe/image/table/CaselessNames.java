package codeframe.image.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Images by their names in small letters, for names that nothing is called as they are written. */
final class CaselessNames {
    private final Map<String, Set<Long>> ids = new HashMap<>();

    void add(long id, String... names) {
        for (var name : names) {
            ids.computeIfAbsent(folded(name), none -> new HashSet<>()).add(id);
        }
    }

    /** The images that the first of these means that means any. */
    Set<Long> find(String... names) {
        for (var name : names) {
            var found = ids.getOrDefault(folded(name), Set.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
