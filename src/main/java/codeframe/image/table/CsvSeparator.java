package codeframe.image.table;

import java.io.IOException;
import java.io.Reader;

/** Tells what stands between the cells: of comma, semicolon and tab, the most frequent in the header outside quotes. */
final class CsvSeparator {
    private static final String CANDIDATES = ",;\t";
    private static final int LONGEST_HEADER = 1 << 20;

    private CsvSeparator() {}

    static char of(Reader table) throws IOException {
        try (table) {
            int[] counts = new int[CANDIDATES.length()];
            boolean quoted = false;
            boolean begun = false;
            for (int read = 0, c = table.read(); c >= 0 && read < LONGEST_HEADER; c = table.read(), read++) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && begun && (c == '\n' || c == '\r')) {
                    break;
                } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                    counts[CANDIDATES.indexOf(c)]++;
                }
                begun = begun || !Character.isWhitespace(c);
            }
            return most(counts);
        }
    }

    private static char most(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return CANDIDATES.charAt(best);
    }
}
