package codeframe.llm.confidence;

import java.util.Arrays;

/**
 * A string of JSON, or the beginning of one, byte by byte without its escapes.
 *
 * @param bytes as {@link AnswerTokens#bytes(String)} has them
 * @param ends for each of them, where in the source what it is written by ends
 * @param end where the source goes on: behind the quotation mark, or where it stops
 * @param closed whether the quotation mark that ends it is there
 */
record StringBytes(String bytes, int[] ends, int end, boolean closed) {
    private static final String ESCAPES = "bfnrt";
    private static final String MEANT = "\b\f\n\r\t";

    /** @param from the first byte behind the quotation mark that opens it */
    static StringBytes read(String source, int from, char quote) {
        var bytes = new StringBuilder();
        var ends = new int[Math.max(0, source.length() - from)];
        int at = from;
        while (at < source.length() && source.charAt(at) != quote) {
            int next = at + width(source, at);
            if (next > source.length()) {
                return of(bytes, ends, source.length(), false); // it stops within an escape
            }
            var meant = meant(source.substring(at, next));
            Arrays.fill(ends, bytes.length(), bytes.length() + meant.length(), next);
            bytes.append(meant);
            at = next;
        }
        boolean closed = at < source.length();
        return of(bytes, ends, closed ? at + 1 : at, closed);
    }

    private static StringBytes of(StringBuilder bytes, int[] ends, int end, boolean closed) {
        return new StringBytes(bytes.toString(), Arrays.copyOf(ends, bytes.length()), end, closed);
    }

    /** How many bytes of the source the next character, or the next byte of one, is written by. */
    private static int width(String source, int at) {
        if (source.charAt(at) != '\\') {
            return 1;
        } else if (at + 1 < source.length() && source.charAt(at + 1) != 'u') {
            return 2;
        }
        boolean pair = source.startsWith("ud", at + 1) || source.startsWith("uD", at + 1);
        boolean first = pair && at + 3 < source.length() && "89abAB".indexOf(source.charAt(at + 3)) >= 0;
        var second = source.substring(Math.min(source.length(), at + 6), Math.min(source.length(), at + 8));
        return first && "\\u".startsWith(second) ? 12 : 6;
    }

    private static String meant(String written) {
        if (written.length() == 1) {
            return written;
        } else if (written.length() == 2) {
            int escape = ESCAPES.indexOf(written.charAt(1));
            return escape < 0 ? written.substring(1) : MEANT.substring(escape, escape + 1);
        }
        var text = new StringBuilder();
        for (int unit = 2; unit < written.length(); unit += 6) {
            var digits = written.substring(unit, unit + 4);
            text.append(digits.matches("[0-9a-fA-F]{4}") ? (char) Integer.parseInt(digits, 16) : '\uFFFD');
        }
        return AnswerTokens.bytes(text.toString());
    }

    /** How many bytes are complete where the source stops there. */
    int until(int sourceEnd) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ends[middle] <= sourceEnd) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
