package codeframe.image.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows by everything a file may be called after them. */
final class RowIndex {
    private final Map<String, List<RowMatcher.Row>> byTail = new HashMap<>();
    private final Map<String, List<RowMatcher.Row>> byAccountAndPost = new HashMap<>();
    private final Map<String, List<RowMatcher.Row>> byName = new HashMap<>();
    private final Map<String, List<RowMatcher.Row>> byStem = new HashMap<>();
    private int longestTail = 1;

    void add(RowMatcher.Row row) {
        var stems = new LinkedHashSet<String>();
        var names = new LinkedHashSet<String>();
        for (FilePath file : row.files()) {
            names.add(file.name());
            stems.add(file.stem());
            for (int parts = 2; parts <= file.parts().size(); parts++) {
                put(byTail, file.tail(parts), row);
            }
            longestTail = Math.max(longestTail, file.parts().size());
        }
        if (!row.post().isEmpty()) {
            stems.add(row.post());
            put(byAccountAndPost, row.account() + "/" + row.post(), row);
        }
        names.forEach(name -> put(byName, name, row));
        stems.forEach(stem -> put(byStem, stem, row));
    }

    private static void put(Map<String, List<RowMatcher.Row>> index, String key, RowMatcher.Row row) {
        var rows = index.computeIfAbsent(key, none -> new ArrayList<>(1));
        // All keys of a row are put one after another, so that only the last one can be the same row.
        if (rows.isEmpty() || rows.get(rows.size() - 1).id() != row.id()) {
            rows.add(row);
        }
    }

    /** The ways to look a file up, the most telling first; always the same number of them for one index. */
    List<Function<FilePath, List<RowMatcher.Row>>> lookups() {
        var lookups = new ArrayList<Function<FilePath, List<RowMatcher.Row>>>();
        for (int parts = longestTail; parts > 1; parts--) {
            int count = parts;
            lookups.add(file -> file.parts().size() < count ? List.of() : get(byTail, file.tail(count)));
        }
        lookups.add(file -> get(byAccountAndPost, file.folder() + "/" + file.stem()));
        lookups.add(file -> get(byName, file.name()));
        lookups.add(file -> get(byStem, file.stem()));
        lookups.add(file -> series(file, stem -> get(byAccountAndPost, file.folder() + "/" + stem)));
        lookups.add(file -> series(file, stem -> get(byStem, stem)));
        lookups.add(file -> file.idAtEnd().map(id -> get(byStem, id)).orElse(List.of()));
        return lookups;
    }

    private static List<RowMatcher.Row> series(FilePath file, Function<String, List<RowMatcher.Row>> lookup) {
        return file.stemOfSeries().map(lookup).orElse(List.of());
    }

    private static List<RowMatcher.Row> get(Map<String, List<RowMatcher.Row>> index, String key) {
        return index.getOrDefault(key, List.of());
    }
}
