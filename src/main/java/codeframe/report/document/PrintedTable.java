package codeframe.report.document;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of a document.
 *
 * @param key stable, in files
 * @param texts how many of its first columns are words; the others are figures
 */
public record PrintedTable(
        String key, Bilingual caption, int texts, List<Bilingual> header, List<List<Bilingual>> rows) {
    /** Longer words are broken. */
    private static final int LONGEST = 18;

    /**
     * Shares a width out so that no word is broken where a neighbour has room: by each column's longest word and the room
     * around it.
     *
     * @return a width a column, about {@code all} together
     */
    List<Integer> widths(Language language, int all) {
        var words = IntStream.range(0, header.size())
                .map(column -> longestWord(column, language))
                .toArray();
        int letters = IntStream.of(words).sum();
        return IntStream.of(words).mapToObj(word -> all * word / letters).toList();
    }

    private int longestWord(int column, Language language) {
        return Stream.concat(Stream.of(header), rows.stream())
                        .flatMap(row -> Stream.of(row.get(column).in(language).split("[ -]")))
                        .mapToInt(String::length)
                        .map(length -> Math.min(length, LONGEST))
                        .max()
                        .orElse(0)
                + 2;
    }
}
