package codeframe.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/** Tells one-byte letters apart by the words that they make: {@code Grüße} is one, {@code GrŸ§e} is none. */
record LegacyCharset(String label, Charset charset) {
    private static final List<LegacyCharset> KNOWN = List.of(
            of("Windows-1252", "windows-1252"), of("Mac Roman", "x-MacRoman"), of("DOS (code page 850)", "IBM850"));
    private static final int ENOUGH = 100_000;
    private static final String NO_LETTERS = "\u00aa\u00ba\u00b5\u0192";
    private static final String BEFORE_WORDS = "\u201c\u201e\u2018\u00ab\u00bf\u00a1";
    private static final String AFTER_WORDS = "\u201d\u2019\u201c\u00bb\u2026";
    private static final Set<Character> WITHIN_WORDS = Set.of('\u2019', '\u2013');

    private static LegacyCharset of(String label, String name) {
        return new LegacyCharset(label, Charset.forName(name));
    }

    /** The one that makes the best words; Windows' where there is no difference. */
    static LegacyCharset best(Content content) throws IOException {
        var scores = new long[KNOWN.size()];
        try (var in = new BufferedInputStream(content.open(), 1 << 16)) {
            int before = ' ';
            int seen = 0;
            int b = in.read();
            while (b >= 0 && seen < ENOUGH) {
                int after = in.read();
                if (b >= 0x80) {
                    seen++;
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] += KNOWN.get(i).score(before, b, after);
                    }
                }
                before = b;
                b = after;
            }
        }
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return KNOWN.get(best);
    }

    private int score(int before, int b, int after) {
        char c = letter(b);
        boolean begins = !Character.isLetter(letter(before));
        boolean ends = !Character.isLetter(letter(after));
        if (Character.isLetter(c)) {
            return letterScore(c, begins && ends, Character.isLowerCase(letter(before)));
        } else if (begins && ends) {
            return 0;
        } else if (!begins && !ends) {
            return WITHIN_WORDS.contains(c) ? 1 : -1;
        }
        return (begins ? BEFORE_WORDS : AFTER_WORDS).indexOf(c) >= 0 ? 1 : 0;
    }

    private static int letterScore(char c, boolean alone, boolean afterSmallLetter) {
        if (NO_LETTERS.indexOf(c) >= 0 || (Character.isUpperCase(c) && (alone || afterSmallLetter))) {
            return -1;
        }
        return alone ? 0 : 1;
    }

    private char letter(int b) {
        return b < 0 ? ' ' : new String(new byte[] {(byte) b}, charset).charAt(0);
    }
}
