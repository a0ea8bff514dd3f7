package codeframe.image.video;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one part of a file that a request asks for (RFC 9110, 14.1.2), {@code end} after its last byte. Several parts in
 * one request are answered with the whole file, as the RFC allows, and a long one with its beginning (15.3.7): a player that
 * stands still must not hold a connection.
 */
record ByteRange(long start, long end) {
    static final long MOST = 8L << 20;

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** Whether the header asks for one part of bytes; anything else is as if it were absent. */
    static boolean isAsked(String header) {
        return header != null
                && ONE.matcher(header).matches()
                && !header.strip().endsWith("=-");
    }

    /** @return nothing where the file has no such part */
    static Optional<ByteRange> of(String header, long size) {
        Matcher one = ONE.matcher(header);
        if (!one.matches()) {
            throw new IllegalArgumentException("no range: " + header);
        }
        boolean fromEnd = one.group(1).isEmpty();
        long first = fromEnd ? Math.max(0, size - number(one.group(2))) : number(one.group(1));
        long last = fromEnd || one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, number(one.group(2)));
        return first > last || first >= size
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last + 1, first + MOST)));
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    long length() {
        return end - start;
    }

    String header(long size) {
        return "bytes %d-%d/%d".formatted(start, end - 1, size);
    }
}
