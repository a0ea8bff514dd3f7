package codeframe.image.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the row that belongs to a file: by path, {@code account/post}, name, or id, the most telling first, as written or
 * else whatever the case of the letters. What fits several rows, or a row that several different pictures fit equally
 * well, is reported and never guessed.
 */
public final class RowMatcher {
    private final RowIndex index = new RowIndex();
    private final RowIndex folded = new RowIndex();

    /** A row of a table and what it says about its files. */
    public record Row(long id, String place, List<FilePath> files, String account, String post) {
        Row folded() {
            return new Row(
                    id,
                    place,
                    files.stream().map(FilePath::folded).toList(),
                    FilePath.folded(account),
                    FilePath.folded(post));
        }
    }

    /** A file; {@code content} is the same for files with the same bytes. */
    public record File(long id, FilePath path, String content) {}

    /**
     * What was found for every file: the row's id, or the reason why there is none; and for rows that fit some file, but
     * not clearly, the same reason.
     */
    public record Matches(Map<Long, Long> rows, Map<Long, String> reasons, Map<Long, String> unclear) {}

    public void add(Row row) {
        index.add(row);
        folded.add(row.folded());
    }

    /** Whether some row may describe a file of this path. */
    public boolean names(FilePath path) {
        return claim(new File(0, path, "")).isPresent();
    }

    public Matches match(Collection<File> files) {
        var claims = new ArrayList<Claim>();
        var reasons = new LinkedHashMap<Long, String>();
        var unclear = new HashMap<Long, String>();
        for (File file : files) {
            claim(file)
                    .ifPresentOrElse(
                            claim -> {
                                if (claim.rows().size() == 1) {
                                    claims.add(claim);
                                } else {
                                    var why = severalRows(claim.rows());
                                    reasons.put(file.id(), why);
                                    claim.rows().forEach(row -> unclear.put(row.id(), why));
                                }
                            },
                            () -> reasons.put(file.id(), "No row names this file."));
        }
        var rows = new HashMap<Long, Long>();
        claims.stream()
                .collect(Collectors.groupingBy(Claim::rowAndStem))
                .values()
                .forEach(rivals -> settle(rivals, rows, reasons));
        claims.stream()
                .filter(claim -> reasons.containsKey(claim.file().id()))
                .forEach(claim ->
                        unclear.put(claim.row().id(), reasons.get(claim.file().id())));
        unclear.keySet().removeAll(rows.values());
        return new Matches(rows, reasons, unclear);
    }

    /** At each step as it is written, else whatever the case of its letters, if that fits one row alone. */
    private Optional<Claim> claim(File file) {
        var exact = index.lookups();
        var caseless = folded.lookups();
        Optional<Claim> unclear = Optional.empty();
        for (int step = 0; step < exact.size(); step++) {
            int strength = 2 * (exact.size() - step);
            var rows = exact.get(step).apply(file.path());
            if (!rows.isEmpty()) {
                return Optional.of(new Claim(file, rows, strength));
            }
            var alike = caseless.get(step).apply(file.path().folded());
            if (alike.size() == 1) {
                return Optional.of(new Claim(file, alike, strength - 1));
            } else if (!alike.isEmpty() && unclear.isEmpty()) {
                unclear = Optional.of(new Claim(file, alike, strength - 1));
            }
        }
        return unclear;
    }

    private static void settle(List<Claim> rivals, Map<Long, Long> rows, Map<Long, String> reasons) {
        int strongest = rivals.stream().mapToInt(Claim::strength).max().orElseThrow();
        var best =
                rivals.stream().filter(claim -> claim.strength() == strongest).toList();
        Set<String> contents = new HashSet<>();
        best.forEach(claim -> contents.add(claim.file().content()));
        for (Claim claim : rivals) {
            boolean same = contents.contains(claim.file().content());
            if (contents.size() == 1 && same) {
                rows.put(claim.file().id(), claim.row().id());
            } else {
                reasons.put(claim.file().id(), severalFiles(claim, best));
            }
        }
    }

    private static String severalRows(List<Row> rows) {
        return "%d rows fit this file: %s.%s"
                .formatted(
                        rows.size(),
                        rows.stream().limit(3).map(Row::place).collect(Collectors.joining(", ")),
                        rows.size() > 3 ? " And more." : "");
    }

    private static String severalFiles(Claim claim, List<Claim> best) {
        String other = best.stream()
                .map(rival -> rival.file().path().toString())
                .filter(path -> !path.equals(claim.file().path().toString()))
                .findFirst()
                .orElse("another file of this name");
        return best.contains(claim)
                ? "%s fits this file and also %s.".formatted(claim.row().place(), other)
                : "%s fits %s better.".formatted(claim.row().place(), other);
    }

    private record Claim(File file, List<Row> rows, int strength) {
        Row row() {
            return rows.get(0);
        }

        List<Object> rowAndStem() {
            return List.of(row().id(), file.path().folded().stem());
        }
    }
}
